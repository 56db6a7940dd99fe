import { Agent, get } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { Kiln } from '../support/kiln';

/** One connection that is kept open, on which answers are read and not looked into. */
export class PlainConnection {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 1 });

  constructor(private readonly kiln: Kiln) {}

  /** Throws where the answer is not 200. */
  async get(path: string): Promise<void> {
    const { api, token } = this.kiln;
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      get(`${api.url}${path}`, { agent: this.agent, headers: { 'x-auth-token': token } }, resolve).on('error', reject);
    });
    const text = (await response.setEncoding('utf8').toArray()).join('');
    if (response.statusCode !== 200) throw new Error(`GET ${path} answered ${response.statusCode}: ${text}`);
  }

  close(): void {
    this.agent.destroy();
  }
}
