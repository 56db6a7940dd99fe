import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { CloudEvent } from '#contracts';
import type { FeedItem, Listener } from '#messaging';
import { streamEvents } from './event-stream';

const event = (sequence: number): FeedItem => ({
  kind: 'event',
  event: { id: `r.${sequence}`, sequence: String(sequence) } as CloudEvent,
  text: `{"sequence":"${sequence}"}`,
  place: `place-${sequence}`,
});

/** A response whose reader can be made slow. */
class FakeResponse extends EventEmitter {
  readonly written: string[] = [];
  isSlow = false;
  ended = false;
  destroyed = false;

  write(text: string): boolean {
    this.written.push(text);
    return !this.isSlow;
  }

  end(): void {
    this.ended = true;
  }

  destroy(): void {
    this.destroyed = true;
    this.emit('close');
  }
}

/** A feed that a test fills. */
class FakeListener implements Listener {
  private readonly items: FeedItem[] = [];
  private readonly signal = new EventEmitter();
  private fault: Error | undefined;
  closed = false;

  push(item: FeedItem): void {
    this.items.push(item);
    this.signal.emit('change');
  }

  fail(error: Error): void {
    this.fault = error;
    this.signal.emit('change');
  }

  close(): void {
    this.closed = true;
    this.signal.emit('change');
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<FeedItem> {
    for (;;) {
      const item = this.items.shift();
      if (item) yield item;
      else if (this.fault) throw this.fault;
      else if (this.closed) return;
      else await new Promise((resolve) => this.signal.once('change', resolve));
    }
  }
}

describe('streamEvents', () => {
  let response: FakeResponse;
  let listener: FakeListener;

  beforeEach(() => {
    jest.useFakeTimers();
    response = new FakeResponse();
    listener = new FakeListener();
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  function stream(options: { accept?: (event: CloudEvent) => boolean; expiresAt?: number } = {}): Promise<void> {
    return streamEvents({
      response: response as unknown as ServerResponse,
      listener,
      accept: options.accept ?? (() => true),
      expiresAt: options.expiresAt,
    });
  }

  it('writes events with their ids, and says what is gone', async () => {
    listener.push({ kind: 'reset', completeFrom: 4 });
    listener.push(event(4));
    listener.close();
    await stream();
    expect(response.written).toEqual([
      'event: reset\ndata: {"complete_from":4}\n\n',
      'id: place-4\ndata: {"sequence":"4"}\n\n',
    ]);
    expect(response.ended).toBe(true);
  });

  it('leaves out what is not asked for', async () => {
    listener.push(event(1));
    listener.push(event(2));
    listener.close();
    await stream({ accept: ({ id }) => id === 'r.2' });
    expect(response.written).toEqual(['id: place-2\ndata: {"sequence":"2"}\n\n']);
  });

  it('writes a comment every 15 seconds', async () => {
    const streaming = stream();
    await jest.advanceTimersByTimeAsync(30_000);
    expect(response.written).toEqual([':\n\n', ':\n\n']);
    listener.close();
    await streaming;
    expect(jest.getTimerCount()).toBe(0);
  });

  it('ends when the credentials do', async () => {
    const streaming = stream({ expiresAt: Date.now() + 1_000 });
    await jest.advanceTimersByTimeAsync(1_000);
    await streaming;
    expect(response.ended).toBe(true);
  });

  it('closes the feed when the client goes', async () => {
    const streaming = stream();
    response.emit('close');
    await streaming;
    expect(listener.closed).toBe(true);
  });

  it('ends at once where the client has gone already', async () => {
    response.destroyed = true;
    await stream();
    expect(listener.closed).toBe(true);
  });

  it('waits for a slow client, and no longer than the client is there', async () => {
    response.isSlow = true;
    listener.push(event(1));
    listener.push(event(2));
    const streaming = stream();
    await jest.advanceTimersByTimeAsync(0);
    expect(response.written).toHaveLength(1);
    response.emit('drain');
    await jest.advanceTimersByTimeAsync(0);
    expect(response.written).toHaveLength(2);
    response.emit('close');
    await streaming;
    expect(response.listenerCount('close')).toBe(0);
    expect(response.listenerCount('drain')).toBe(0);
  });

  it('breaks the connection where the feed fails, so that the client comes back', async () => {
    listener.fail(new Error('too slow'));
    await stream();
    expect(response.destroyed).toBe(true);
  });
});
