interface Failpoint {
  left: number;
  readonly signal: 'SIGKILL' | 'SIGSTOP';
}

/**
 * Places at which a test may have the process die as if by `kill -9`, or stop until it is woken. Configured as
 * `name:n,…` or `name:n:stop,…`: the process signals itself when it passes `name` for the n-th time, and only then.
 * Without configuration `reach` does nothing.
 */
export class Failpoints {
  private readonly points = new Map<string, Failpoint>();

  constructor(specification: readonly string[] = []) {
    for (const entry of specification) {
      const [name, count, action] = entry.split(':');
      const signal = action === 'stop' ? 'SIGSTOP' : 'SIGKILL';
      if (name !== undefined) this.points.set(name, { left: Number(count ?? 1), signal });
    }
  }

  reach(name: string): void {
    const point = this.points.get(name);
    if (point === undefined) return;
    point.left -= 1;
    if (point.left > 0) return;
    this.points.delete(name);
    process.kill(process.pid, point.signal);
  }
}
