import { KilnRefusal, answerOf, createKilnClient } from '#client';
import type { KilnClient, Output, Resource, Stack } from '#client';
import { LaunchError } from './launch-error';

/** What is shown of a stack. */
export type StackView = Pick<Stack, 'id' | 'stack_name' | 'action' | 'status' | 'status_reason' | 'outputs'>;
export type OutputView = Pick<Output, 'output_key' | 'output_value' | 'output_error'>;
export type ResourceView = Pick<Resource, 'resource_name' | 'resource_type' | 'action' | 'status' | 'status_reason'>;

/** The few calls that the launcher makes of Kiln's own API. Each throws LaunchError with what the API said. */
export class KilnApi {
  private readonly client: KilnClient;

  constructor(url: string, token: string) {
    this.client = createKilnClient({ url, token });
  }

  async findStack(name: string): Promise<StackView | undefined> {
    const { stacks } = await ask('GET /v2/stacks', () =>
      this.client.GET('/v2/stacks', { params: { query: { name: [name] } } }),
    );
    return stacks[0];
  }

  async createStack(body: { stack_name: string; template: string }): Promise<StackView> {
    return (await ask('POST /v2/stacks', () => this.client.POST('/v2/stacks', { body }))).stack;
  }

  async readStack(id: string): Promise<StackView> {
    const params = { path: { stack_id: id } };
    return (await ask('GET /v2/stacks/…', () => this.client.GET('/v2/stacks/{stack_id}', { params }))).stack;
  }

  async listResources(id: string): Promise<readonly ResourceView[]> {
    const params = { path: { stack_id: id } };
    const path = '/v2/stacks/{stack_id}/resources';
    return (await ask('GET /v2/stacks/…/resources', () => this.client.GET(path, { params }))).resources;
  }
}

async function ask<T>(
  what: string,
  call: () => Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<T> {
  const result = await call();
  try {
    return answerOf<T>(result);
  } catch (error) {
    if (error instanceof KilnRefusal) throw new LaunchError(`${what} was refused: ${error.message}`);
    throw error;
  }
}
