import { Injectable } from '@nestjs/common';
import { Broker, StreamReader, logStream } from '#messaging';
import { IndexStore } from './index-store';
import type { IndexedLog } from './index-store';
import { trimStretch } from './stretches';
import type { LoggedEvent, RootStretch } from './stretches';

const TIMEOUT_MS = 3_000;

/** Has the index forget what the log no longer retains: the log drops its oldest segment, and tells nobody. */
@Injectable()
export class Expiry {
  constructor(
    private readonly broker: Broker,
    private readonly store: IndexStore,
  ) {}

  /** The log's first offset. */
  async firstOffset(log: IndexedLog): Promise<number> {
    return this.withReader(log, async (reader) => (await reader.readFirst()).offset);
  }

  /** Nobody else may index the log meanwhile. */
  async forgetBefore(log: IndexedLog, firstOffset: number): Promise<void> {
    await this.store.forget(log, firstOffset);
    const cut = await this.store.cutStretches(log, firstOffset);
    if (cut.length === 0) return;
    const events = await this.readEvents(log, firstOffset, cut);
    const trimmed = cut.flatMap((before) => {
      const isWithin = ({ offset }: LoggedEvent): boolean => offset <= before.lastOffset;
      const after = trimStretch(before, (events.get(before.rootId) ?? []).filter(isWithin));
      return after ? [{ before, after }] : [];
    });
    await this.store.trim(log.epoch, trimmed);
  }

  /** The roots' events from an offset on, as far as the stretches reach. */
  private async readEvents(
    log: IndexedLog,
    from: number,
    stretches: readonly RootStretch[],
  ): Promise<Map<string, LoggedEvent[]>> {
    const events = new Map<string, LoggedEvent[]>(stretches.map(({ rootId }) => [rootId, []]));
    const to = Math.max(...stretches.map(({ lastOffset }) => lastOffset));
    await this.withReader(log, (reader) =>
      reader.readSegment({ from, to }, ({ offset, place }) => {
        if (place) events.get(place.rootId)?.push({ ...place, offset });
      }),
    );
    return events;
  }

  private async withReader<T>(
    { epoch, partition }: IndexedLog,
    read: (reader: StreamReader) => Promise<T>,
  ): Promise<T> {
    const stream = logStream(epoch, partition);
    const reader = await StreamReader.open(this.broker, stream, AbortSignal.timeout(TIMEOUT_MS));
    return read(reader).finally(() => reader.close());
  }
}
