import type { Broker } from '../broker';
import { logStream } from '../topology';
import { Limiter } from './limiter';
import type { LogEntry } from './log-entry';
import { StreamReader } from './stream-reader';

/** A stretch of one partition's log. */
export interface LogStretch {
  partition: number;
  epoch: number;
  from: number;
  /** The last offset, which the log has reached. */
  to: number;
}

const TIMEOUT_MS = 3_000;

/** Stretches that are read at once in this process; each has a channel of its own. */
const READS_AT_ONCE = 8;

/**
 * Reads stretches of logs, whosever events they hold. Rejects with AppError `broker-unavailable` while the broker is
 * away, with StreamMissing where the log is not there, and with a TimeoutError.
 */
export class LogStretches {
  private readonly limiter = new Limiter(READS_AT_ONCE);

  constructor(private readonly broker: Broker) {}

  /** The oldest offset of a stretch's log that is retained. */
  async firstRetained(stretch: LogStretch): Promise<number> {
    return this.withReader(stretch, async (reader) => (await reader.readFirst()).offset);
  }

  async read(stretch: LogStretch): Promise<LogEntry[]> {
    return this.withReader(stretch, async (reader) => {
      const entries: LogEntry[] = [];
      await reader.readSegment(stretch, (entry) => entries.push(entry));
      return entries;
    });
  }

  private async withReader<T>(
    { partition, epoch }: LogStretch,
    work: (reader: StreamReader) => Promise<T>,
  ): Promise<T> {
    return this.limiter.run(async () => {
      const timeout = AbortSignal.timeout(TIMEOUT_MS);
      const reader = await StreamReader.open(this.broker, logStream(epoch, partition), timeout);
      try {
        return await work(reader);
      } finally {
        reader.close();
      }
    });
  }
}
