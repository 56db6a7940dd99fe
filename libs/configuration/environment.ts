/** What is wrong with the configuration, all of it at once. */
export class ConfigurationError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The configuration is wrong:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'ConfigurationError';
  }
}

export interface Variable {
  name: string;
  description: string;
  /** As it stands in the environment; absent: the variable has no default. */
  default?: string;
  secret: boolean;
  required: boolean;
}

interface VariableSpec<T> {
  description: string;
  default?: T;
  secret?: boolean;
}

interface IntegerSpec extends VariableSpec<number> {
  min?: number;
  max?: number;
}

/**
 * Reads settings out of an environment. Every fault is collected, so that one start names them all;
 * `finish` throws them. What was asked for is remembered, which is how `.env.example` is made.
 */
export class Environment {
  readonly variables: Variable[] = [];
  private readonly problems: string[] = [];
  private readonly shown: Record<string, string> = {};

  constructor(private readonly env: Readonly<Record<string, string | undefined>>) {}

  text(name: string, spec: VariableSpec<string>): string {
    const value = this.optionalText(name, spec) ?? spec.default;
    if (value === undefined) this.problems.push(`${name} is not set: ${spec.description}`);
    return value ?? '';
  }

  optionalText(name: string, spec: VariableSpec<string>): string | undefined {
    const given = this.env[name];
    const value = given === '' ? undefined : given;
    this.note(name, spec, spec.default, value ?? spec.default);
    return value;
  }

  integer(name: string, spec: IntegerSpec & { default: number }): number {
    const given = this.env[name];
    const text = given === undefined || given === '' ? String(spec.default) : given;
    this.note(name, spec, String(spec.default), text);
    const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
    const { min = 0, max = Number.MAX_SAFE_INTEGER } = spec;
    if (Number.isNaN(value) || value < min || value > max) {
      this.problems.push(`${name} is "${text}": give a whole number from ${min} to ${max}`);
    }
    return value;
  }

  /** One of some words. */
  word<T extends string>(name: string, words: readonly T[], spec: VariableSpec<T> & { default: T }): T {
    const text = this.text(name, spec);
    const found = words.find((word) => word === text);
    if (found === undefined) this.problems.push(`${name} is "${text}": give one of ${words.join(', ')}`);
    return found ?? spec.default;
  }

  /** Words between commas; empty ones are left out. */
  list(name: string, spec: VariableSpec<string>): string[] {
    const text = this.optionalText(name, spec) ?? spec.default ?? '';
    return text
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word !== '');
  }

  /** Keys of so many bytes each, in base64, between commas or white space, none of them twice; never shown. */
  keys(name: string, bytes: number, description: string): readonly [Buffer, ...Buffer[]] {
    const text = this.text(name, { description, secret: true });
    const words = text.split(/[\s,]+/).filter((word) => word !== '');
    const [first = Buffer.alloc(0), ...others] = words.map((word) => Buffer.from(word, 'base64'));
    const all = [first, ...others] as const;
    if (text !== '' && all.some(({ length }) => length !== bytes)) {
      this.problems.push(`${name} must be ${bytes} bytes in base64, or several such keys with commas between`);
    } else if (new Set(all.map((key) => key.toString('hex'))).size < all.length) {
      this.problems.push(`${name} has the same key twice`);
    }
    return all;
  }

  /** Adds a fault that spans more than one variable. */
  problem(text: string): void {
    this.problems.push(text);
  }

  /** Freezes the configuration, or throws ConfigurationError with every fault found. */
  finish<T extends object>(config: T): Readonly<T> {
    if (this.problems.length > 0) throw new ConfigurationError(this.problems);
    return Object.freeze(config);
  }

  /** What was read, for the first line of the log; secrets and passwords in URLs are masked. */
  masked(): Record<string, string> {
    return { ...this.shown };
  }

  private note(
    name: string,
    spec: VariableSpec<unknown>,
    fallback: string | undefined,
    value: string | undefined,
  ): void {
    const secret = spec.secret ?? false;
    this.variables.push({
      name,
      description: spec.description,
      ...(fallback === undefined ? {} : { default: fallback }),
      secret,
      required: fallback === undefined,
    });
    if (value !== undefined) this.shown[name] = secret ? '******' : maskPassword(value);
  }
}

/** Replaces the password in a URL. */
export function maskPassword(text: string): string {
  return text.replace(/(\w+:\/\/[^:/@\s]*):[^@\s]*@/g, '$1:******@');
}

/** The environment of this process: the one place that reads it. */
export function processEnvironment(): Environment {
  // eslint-disable-next-line no-restricted-properties -- this is the configuration module
  return new Environment(process.env);
}
