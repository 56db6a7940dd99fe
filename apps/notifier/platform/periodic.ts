/** Does something again and again, never twice at a time, and rests in between. A failure is told and tried again. */
export class Periodic {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private isStopped = false;

  constructor(
    private readonly restMs: number,
    private readonly work: () => Promise<void>,
    private readonly onFault: (reason: string) => void,
  ) {}

  /** The first time is at once. */
  start(): void {
    this.running = this.turn();
  }

  /** Resolves when what is under way has ended; nothing follows it. */
  async stop(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private async turn(): Promise<void> {
    try {
      await this.work();
    } catch (error) {
      this.onFault(error instanceof Error ? error.message : String(error));
    }
    if (!this.isStopped) this.timer = setTimeout(() => this.start(), this.restMs);
  }
}
