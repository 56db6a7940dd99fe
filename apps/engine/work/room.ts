/**
 * How many more steps this engine may take on. Room is taken before a claim is committed, and given back when its nodes
 * are being worked on (and counted as busy), or the claim failed: transactions that overlap don't take the same room.
 */
export class Room {
  private reserved = 0;
  private closed = false;

  constructor(
    private readonly most: number,
    private readonly busy: () => number,
  ) {}

  /** Takes as much of what is wanted as there is. */
  take(wanted: number): number {
    if (this.closed) return 0;
    const taken = Math.max(0, Math.min(wanted, this.most - this.busy() - this.reserved));
    this.reserved += taken;
    return taken;
  }

  giveBack(taken: number): void {
    this.reserved -= taken;
  }

  /** From now on there is none. */
  close(): void {
    this.closed = true;
  }
}
