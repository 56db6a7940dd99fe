import { unlessAborted } from './unless-aborted';

/** More happened than the listener took in time. It may listen again after the last event that it has. */
export class SlowListener extends Error {
  constructor() {
    super('the listener does not keep up with what happens');
    this.name = 'SlowListener';
  }
}

/** More than one burst of deliveries, which no listener can take part of before all are handed over. */
const MOST_BUFFERED = 1_000;

/**
 * A listener reads in two ways, and never with a gap between them. *Catching up* reads the retained log at the
 * listener's own pace, up to where the live partitions stood when it began, while what happens since is buffered. Then
 * it is *live*: only what happens is handed on, until something has to be caught up with again. It ends when it is
 * closed, by `close` or by leaving the loop.
 */
export abstract class Listening<Happened, Item> implements AsyncIterable<Item> {
  private readonly closing = new AbortController();
  private buffer: Happened[] = [];
  protected isLive = false;
  /** While catching up: more happened than the buffer holds, so that the log must be read on. */
  private hasOverflowed = false;
  private fault: SlowListener | undefined;
  private wake: () => void = () => undefined;

  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void> {
    const { signal } = this.closing;
    try {
      const hasJoined = await this.unlessClosed(this.join());
      while (hasJoined && !signal.aborted) yield* this.isLive ? this.takeLive() : this.beginAgain();
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      this.close();
    }
    if (this.fault) throw this.fault;
  }

  close(): void {
    if (this.closing.signal.aborted) return;
    this.closing.abort();
    this.buffer = [];
    this.leave();
    this.wake();
  }

  /** Subscribes to what happens from now on; false: there is nothing to listen to. */
  protected abstract join(): Promise<boolean>;

  protected abstract leave(): void;

  /** Hands on what is retained; returns whether nothing is missing now but what was buffered since it began. */
  protected abstract catchUp(): AsyncGenerator<Item, boolean>;

  /** Hands on what happened; returns whether something before it is missing, so that it has to be caught up with. */
  protected abstract handOn(happened: Happened): Generator<Item, boolean>;

  /** Takes what happened into the buffer. */
  protected happened(happened: Happened): void {
    if (this.closing.signal.aborted || this.hasOverflowed) return;
    if (this.buffer.length < MOST_BUFFERED) {
      this.buffer.push(happened);
      this.wake();
      return;
    }
    this.buffer = [];
    if (!this.isLive) {
      this.hasOverflowed = true;
      return;
    }
    this.fault = new SlowListener();
    this.close();
  }

  /** The log has to be read again before anything that happened is handed on. */
  protected mustCatchUp(): void {
    this.isLive = false;
    this.hasOverflowed = true;
    this.buffer = [];
    this.wake();
  }

  protected async unlessClosed<T>(promise: Promise<T> | undefined): Promise<T | undefined> {
    return promise && unlessAborted(this.closing.signal, promise);
  }

  private async *beginAgain(): AsyncGenerator<Item, void> {
    this.buffer = [];
    this.hasOverflowed = false;
    const isCaughtUp = yield* this.catchUp();
    this.isLive = isCaughtUp && !this.hasOverflowed;
  }

  /** Hands on the next event that is buffered, or waits for one. */
  private async *takeLive(): AsyncGenerator<Item, void> {
    const next = this.buffer.shift();
    if (next === undefined) await new Promise<void>((resolve) => (this.wake = resolve));
    else if (yield* this.handOn(next)) this.isLive = false;
  }
}
