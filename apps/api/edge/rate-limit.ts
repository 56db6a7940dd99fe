/** How often a project may ask. */
export interface RateLimitSettings {
  perMinute: number;
  /** Requests at once after a pause, before the rate counts. */
  burst: number;
}

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
/** Rounding must not cost the last request of a burst. */
const ROUNDING_MS = 1e-6;
const SWEPT_AT_PROJECTS = 10_000;

/**
 * A bucket for each project that `perMinute` fills and every request takes from. Kept in this process alone, so that a
 * request costs no statement: so many apis let through so many times as much.
 */
export class RateLimit {
  /** When the bucket of a project is full again. */
  private readonly fullAt = new Map<string, number>();
  private sweepAt = SWEPT_AT_PROJECTS;

  /** `now` is in milliseconds, by a clock that does not jump. */
  constructor(
    private readonly settings: RateLimitSettings,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Takes a request of the project's. Answers in how many whole seconds it may come again; 0: it may pass. */
  take(project: string): number {
    const { perMinute, burst } = this.settings;
    const now = this.now();
    const gap = MINUTE_MS / perMinute;
    const fullAt = Math.max(this.fullAt.get(project) ?? now, now) + gap;
    const waitMs = fullAt - now - burst * gap;
    if (waitMs > ROUNDING_MS) return Math.ceil(waitMs / SECOND_MS);
    this.fullAt.set(project, fullAt);
    if (this.fullAt.size >= this.sweepAt) this.sweep(now);
    return 0;
  }

  /** Forgets full buckets; looks again when there are twice as many as are left, so that a sweep costs little. */
  private sweep(now: number): void {
    for (const [project, fullAt] of this.fullAt) if (fullAt <= now) this.fullAt.delete(project);
    this.sweepAt = Math.max(SWEPT_AT_PROJECTS, 2 * this.fullAt.size);
  }

  /** Projects that are remembered. */
  get size(): number {
    return this.fullAt.size;
  }
}
