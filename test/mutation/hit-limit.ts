/** Ends a program that goes on for ever, by what it throws from the calls that are counted. */
export class HitLimit {
  private left = 0;

  reset(most: number): void {
    this.left = most;
  }

  get isOver(): boolean {
    return this.left < 0;
  }

  readonly count = (): void => {
    this.left -= 1;
    if (this.left < 0) throw new Error('goes on for ever');
  };
}
