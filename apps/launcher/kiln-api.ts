import { LaunchError } from './launch-error';

export interface StackView {
  id: string;
  stack_name: string;
  action: string;
  status: string;
  status_reason: string | null;
  outputs?: OutputView[];
}

export interface OutputView {
  output_key: string;
  output_value: unknown;
  output_error?: string | null;
}

export interface ResourceView {
  resource_name: string;
  resource_type: string;
  action: string;
  status: string;
  status_reason: string | null;
}

interface Problem {
  title?: string;
  detail?: string;
  errors?: { path: string; detail: string }[];
}

/** The few calls that the launcher makes of Kiln's own API. Each throws LaunchError with what the API said. */
export class KilnApi {
  constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  async findStack(name: string): Promise<StackView | undefined> {
    const { stacks } = await this.call<{ stacks: StackView[] }>('GET', `stacks?name=${encodeURIComponent(name)}`);
    return stacks[0];
  }

  async createStack(body: { stack_name: string; template: string }): Promise<StackView> {
    return (await this.call<{ stack: StackView }>('POST', 'stacks', body)).stack;
  }

  async readStack(id: string): Promise<StackView> {
    return (await this.call<{ stack: StackView }>('GET', `stacks/${id}`)).stack;
  }

  async listResources(id: string): Promise<ResourceView[]> {
    return (await this.call<{ resources: ResourceView[] }>('GET', `stacks/${id}/resources`)).resources;
  }

  private async call<T>(method: 'GET' | 'POST', path: string, body?: object): Promise<T> {
    const response = await fetch(`${this.url}/v2/${path}`, {
      method,
      headers: { 'x-auth-token': this.token, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer: unknown = await response.json().catch(() => ({}));
    if (!response.ok) throw new LaunchError(`${method} /v2/${path} was refused: ${describe(response.status, answer)}`);
    return answer as T;
  }
}

function describe(status: number, answer: unknown): string {
  const { title, detail, errors = [] } = answer as Problem;
  const faults = errors.map((error) => `\n  ${error.path}: ${error.detail}`);
  return `${status} ${detail ?? title ?? ''}${faults.join('')}`;
}
