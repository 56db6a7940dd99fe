import type { CloudEvent } from '#contracts';
import type { FeedItem, Listener } from '#messaging';
import type { EventFeed, EventReader, OpenEvents } from '../../apps/api/events/event-ports';

/** A retained log and a live feed that a test fills. */
export class FakeEvents implements EventReader, EventFeed {
  readonly events: CloudEvent[] = [];
  readonly listened: { rootId: string; after: number | 'now' }[] = [];
  readonly listenedToProjects: Parameters<EventFeed['listenToProject']>[0][] = [];
  readonly open = new Set<FakeListener>();
  completeFrom = 1;
  /** As the api opens them. */
  readonly opened: OpenEvents = () => ({ reader: this, feed: this, close: () => Promise.resolve() });

  read({
    rootId,
    after = 0,
    limit,
    accept = () => true,
  }: Parameters<EventReader['read']>[0]): ReturnType<EventReader['read']> {
    const mine = this.events.filter((event) => event.partitionkey === rootId && Number(event.sequence) > after);
    const events = mine.filter(accept).slice(0, limit);
    const last = Number(events.at(-1)?.sequence ?? 0);
    const next = mine.some((event) => Number(event.sequence) > last) && events.length === limit ? last : undefined;
    return Promise.resolve({ events, completeFrom: this.completeFrom, next });
  }

  listen(request: Parameters<EventFeed['listen']>[0]): Listener {
    this.listened.push(request);
    return this.listener();
  }

  find(rootId: string, sequence: number): ReturnType<EventReader['find']> {
    const event = this.events.find((one) => one.partitionkey === rootId && Number(one.sequence) === sequence);
    if (event) return Promise.resolve({ outcome: 'found', event });
    return Promise.resolve({ outcome: sequence < this.completeFrom ? 'expired' : 'unknown' });
  }

  listenToProject(request: Parameters<EventFeed['listenToProject']>[0]): Listener {
    this.listenedToProjects.push(request);
    return this.listener();
  }

  happen(item: FeedItem): void {
    for (const listener of this.open) listener.push(item);
  }

  private listener(): FakeListener {
    const listener = new FakeListener(() => this.open.delete(listener));
    this.open.add(listener);
    return listener;
  }
}

/** What hears what a test says. */
export class FakeListener implements Listener {
  private readonly items: FeedItem[] = [];
  private wake: () => void = () => undefined;
  private closed = false;

  constructor(private readonly left: () => void = () => undefined) {}

  push(item: FeedItem): void {
    this.items.push(item);
    this.wake();
  }

  close(): void {
    this.closed = true;
    this.left();
    this.wake();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<FeedItem> {
    for (;;) {
      const item = this.items.shift();
      if (item) yield item;
      else if (this.closed) return;
      else await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }
}
