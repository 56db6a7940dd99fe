/** Where a terminal doesn't say how wide it is. */
const UNKNOWN_COLUMNS = 80;

/** Where the launcher speaks: lines that stay, and, on a real terminal, a block that is drawn over. */
export class Terminal {
  private drawn = 0;

  constructor(private readonly output: NodeJS.WriteStream) {}

  /** Whether a block can be drawn over; elsewhere (a file, a pipe) only lines make sense. */
  get canRedraw(): boolean {
    return this.output.isTTY;
  }

  readonly say = (line: string): void => {
    this.settle();
    this.output.write(`${line}\n`);
  };

  /** Draws the block over the one drawn before, if nothing was said in between. */
  redraw(lines: readonly string[]): void {
    const up = this.drawn > 0 ? `\u001b[${this.drawn}A` : '';
    this.output.write(`${up}${lines.map((line) => `\u001b[2K${this.cut(line)}\n`).join('')}`);
    this.drawn = lines.length;
  }

  /** What is drawn stays as it is. */
  settle(): void {
    this.drawn = 0;
  }

  /** A line that wraps would take two rows, and the next drawing would miss it. */
  private cut(line: string): string {
    return line.slice(0, (this.output.columns || UNKNOWN_COLUMNS) - 1);
  }
}
