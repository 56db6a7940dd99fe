import { answerOf, createKilnClient } from '#client';
import type { KilnClient, Stack } from '#client';
import type { JsonObject } from '#contracts';
import type { Kiln } from '../support/kiln';
import { until } from '../support/until';

/** What the benchmark asks of a Kiln, as any client would. */
export class BenchClient {
  private readonly client: KilnClient;

  constructor({ api: { url }, token }: Kiln) {
    this.client = createKilnClient({ url, token });
  }

  async create(name: string, template: object): Promise<string> {
    const body = { stack_name: name, template: template as JsonObject };
    return answerOf(await this.client.POST('/v2/stacks', { body })).stack.id;
  }

  async update(id: string, template: JsonObject): Promise<void> {
    answerOf(
      await this.client.PUT('/v2/stacks/{stack_id}', { params: { path: { stack_id: id } }, body: { template } }),
    );
  }

  async delete(id: string): Promise<void> {
    answerOf(await this.client.DELETE('/v2/stacks/{stack_id}', { params: { path: { stack_id: id } } }));
  }

  /** Undefined once the stack is gone. */
  async stack(id: string): Promise<Stack | undefined> {
    const result = await this.client.GET('/v2/stacks/{stack_id}', { params: { path: { stack_id: id } } });
    return result.response.status === 404 ? undefined : answerOf(result).stack;
  }

  /** Waits until nothing is IN_PROGRESS any more; answers the stack, or undefined where it is gone. */
  async settled(id: string): Promise<Stack | undefined> {
    let stack: Stack | undefined;
    const isSettled = async (): Promise<boolean> => {
      stack = await this.stack(id);
      return stack?.status !== 'IN_PROGRESS';
    };
    await until(`stack ${id} settles`, isSettled, { withinMs: 120_000, everyMs: 10 });
    return stack;
  }
}
