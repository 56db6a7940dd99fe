import { exactJsonText } from '#template';
import { checkAnswer } from './contract/check-answer';
import type { Exchange } from './contract/exchange';
import { until } from './until';

export interface ShownStack {
  id: string;
  stack_name: string;
  action: string;
  status: string;
  status_reason: string;
  outputs: { output_key: string; output_value: unknown; output_error?: string }[];
  progress: { total: number; done: number; running: number; failed: number };
}

export interface ShownResource {
  resource_name: string;
  resource_type: string;
  physical_resource_id: string | null;
  action: string;
  status: string;
  status_reason: string;
}

export interface ShownEvent {
  id: string;
  sequence: string;
  previous?: string;
  type: string;
  data: { stack_id: string; resource_name?: string; action: string; status: string; status_reason?: string };
}

export interface Answer<Body = unknown> {
  status: number;
  headers: Headers;
  body: Body;
  /** The body as it came. */
  text: string;
}

/** The HTTP API as a client sees it. Each answer is checked against the contract. */
export class ApiClient {
  constructor(
    readonly url: string,
    private readonly token: string,
    private readonly check: (exchange: Exchange) => void = checkAnswer,
  ) {}

  async request<Body = unknown>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<Body>> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        'x-auth-token': this.token,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? null : exactJsonText(body),
    });
    const text = await response.text();
    this.check({ method, url: path, status: response.status, headers: response.headers, text });
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    const read = (isJson && text !== '' ? JSON.parse(text) : text) as Body;
    return { status: response.status, headers: response.headers, body: read, text };
  }

  /** Creates a stack and answers its id; throws with the answer where it is refused. */
  async create(name: string, template: object | string, rest: object = {}): Promise<string> {
    const answer = await this.request<{ stack: ShownStack }>('POST', '/v2/stacks', {
      stack_name: name,
      template,
      ...rest,
    });
    if (answer.status !== 202)
      throw new Error(`POST /v2/stacks answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer.body.stack.id;
  }

  async delete(id: string): Promise<void> {
    const answer = await this.request('DELETE', `/v2/stacks/${id}`);
    if (answer.status !== 202) throw new Error(`DELETE answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  }

  /** Undefined once the stack is gone. */
  async stack(id: string): Promise<ShownStack | undefined> {
    const answer = await this.request<{ stack: ShownStack }>('GET', `/v2/stacks/${id}`);
    if (answer.status === 404) return undefined;
    if (answer.status !== 200) throw new Error(`GET answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer.body.stack;
  }

  async resources(id: string): Promise<ShownResource[]> {
    return (await this.request<{ resources: ShownResource[] }>('GET', `/v2/stacks/${id}/resources`)).body.resources;
  }

  /** Every retained event, over all pages. */
  async events(id: string): Promise<ShownEvent[]> {
    const events: ShownEvent[] = [];
    for (let path: string | undefined = `/v2/stacks/${id}/events`; path !== undefined;) {
      const page: Answer<{ events: ShownEvent[]; links: { rel: string; href: string }[] }> = await this.request(
        'GET',
        path,
      );
      if (page.status !== 200) throw new Error(`GET ${path} answered ${page.status}: ${JSON.stringify(page.body)}`);
      events.push(...page.body.events);
      const next: string | undefined = page.body.links.find(({ rel }) => rel === 'next')?.href;
      path = next === undefined ? undefined : next.replace(this.url, '');
    }
    return events;
  }

  /** Waits until nothing is IN_PROGRESS any more; answers the stack, or undefined where it is gone. */
  async settled(id: string, withinMs = 60_000, everyMs = 10): Promise<ShownStack | undefined> {
    let stack: ShownStack | undefined;
    await until(
      `stack ${id} settles`,
      async () => {
        stack = await this.stack(id);
        return stack?.status !== 'IN_PROGRESS';
      },
      { withinMs, everyMs, describe: () => JSON.stringify(stack) },
    );
    return stack;
  }
}
