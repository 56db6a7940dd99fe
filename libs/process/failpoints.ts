/**
 * Places at which a test may have the process die as if by `kill -9`. Configured as `name:n,…`: the process
 * kills itself when it passes `name` for the n-th time. Without configuration `reach` does nothing.
 */
export class Failpoints {
  private readonly left = new Map<string, number>();

  constructor(specification: readonly string[] = []) {
    for (const entry of specification) {
      const [name, count] = entry.split(':');
      if (name !== undefined) this.left.set(name, Number(count ?? 1));
    }
  }

  reach(name: string): void {
    const left = this.left.get(name);
    if (left === undefined) return;
    if (left <= 1) process.kill(process.pid, 'SIGKILL');
    this.left.set(name, left - 1);
  }
}
