/** Puts a WHERE clause together; values only ever go in as parameters. */
export class Conditions {
  readonly values: unknown[] = [];
  private readonly parts: string[] = [];

  /** Adds a condition in which `?` stands for the value. */
  add(condition: string, value: unknown): this {
    this.values.push(value);
    this.parts.push(condition.replace('?', `$${this.values.length}`));
    return this;
  }

  /** Adds it where there is a value. */
  addGiven(condition: string, value: unknown): this {
    return value === undefined ? this : this.add(condition, value);
  }

  /** Adds a condition without a value. */
  addFixed(condition: string): this {
    this.parts.push(condition);
    return this;
  }

  /** Adds a condition over several values, made from the number of the first one's parameter. */
  addMany(condition: (first: number) => string, values: readonly unknown[]): this {
    this.parts.push(condition(this.values.length + 1));
    this.values.push(...values);
    return this;
  }

  get text(): string {
    return this.parts.length === 0 ? 'true' : this.parts.join(' AND ');
  }
}
