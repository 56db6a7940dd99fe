/** Roots that are remembered: a repeat comes soon after what it repeats. */
const MOST_ROOTS = 10_000;

/** The last sequence that was seen of each root, to know repeats by; roots long unheard of are forgotten. */
export class LastSequences {
  private readonly byRoot = new Map<string, number>();

  constructor(private readonly most = MOST_ROOTS) {}

  /** Whether a sequence is above the last one of its root, which it is from then on. */
  isNew(rootId: string, sequence: number): boolean {
    const last = this.byRoot.get(rootId) ?? 0;
    // Put behind all others: those in front were not heard of for the longest time.
    this.byRoot.delete(rootId);
    this.byRoot.set(rootId, Math.max(last, sequence));
    const [oldest] = this.byRoot.keys();
    if (this.byRoot.size > this.most && oldest !== undefined) this.byRoot.delete(oldest);
    return sequence > last;
  }
}
