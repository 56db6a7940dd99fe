/** Remembers values until a time each, the newest so many of them: what nobody asks for again takes no room for ever. */
export class BoundedCache<Value> {
  private readonly entries = new Map<string, { value: Value; until: number }>();

  constructor(private readonly most: number) {}

  /** `now` and `until` are milliseconds since 1970. */
  get(key: string, now: number): Value | undefined {
    const entry = this.entries.get(key);
    return entry && entry.until > now ? entry.value : undefined;
  }

  set(key: string, value: Value, until: number): void {
    this.entries.delete(key);
    const [oldest] = this.entries.keys();
    if (oldest !== undefined && this.entries.size >= this.most) this.entries.delete(oldest);
    this.entries.set(key, { value, until });
  }
}
