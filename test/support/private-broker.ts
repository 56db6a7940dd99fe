import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { discardHome, startRabbit } from '#servers';
import type { RabbitServer } from '#servers';

/** A RabbitMQ for one test file, which may be made to take no messages without disturbing any other. */
export class PrivateBroker {
  private constructor(
    private readonly home: string,
    private readonly server: RabbitServer,
  ) {}

  static async start(): Promise<PrivateBroker> {
    const home = mkdtempSync(join(tmpdir(), 'kiln-broker-'));
    chmodSync(home, 0o711);
    try {
      return new PrivateBroker(home, await startRabbit({ home }));
    } catch (error) {
      discardHome(home);
      throw error;
    }
  }

  get url(): string {
    return this.server.url;
  }

  /**
   * Has the broker think that its disk is full. It then blocks each connection that publishes, which learns of it by its
   * first publish, and reads nothing more of it.
   */
  async fillDisk(): Promise<void> {
    await this.server.control('set_disk_free_limit', '1000000GB');
  }

  async freeDisk(): Promise<void> {
    await this.server.control('set_disk_free_limit', '50MB');
  }

  async stop(): Promise<void> {
    await this.server.stop();
    discardHome(this.home);
  }
}
