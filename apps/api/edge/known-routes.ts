import type { Access } from './access';

/** One method at one path pattern, and who may use it. */
export interface KnownRoute {
  method: string;
  /** With `:name` where a segment varies. */
  pattern: string;
  access: Access;
}

/** Every route that there is, so that a wrong method can be told from a wrong path. */
export class KnownRoutes {
  private readonly patterns = new Map<string, { segments: readonly string[]; methods: Map<string, Access> }>();

  add(methods: readonly string[], pattern: string, access: Access): void {
    const known = this.patterns.get(pattern) ?? { segments: segmentsOf(pattern), methods: new Map<string, Access>() };
    for (const method of methods) known.methods.set(method, access);
    this.patterns.set(pattern, known);
  }

  list(): KnownRoute[] {
    return [...this.patterns].flatMap(([pattern, { methods }]) =>
      [...methods].map(([method, access]) => ({ method, pattern, access })),
    );
  }

  /** The methods that some route has at the path, with OPTIONS; empty where there is no such path. */
  methodsAt(path: string): string[] {
    const segments = segmentsOf(path);
    const found = [...this.patterns.values()].filter((known) => matches(known.segments, segments));
    if (found.length === 0) return [];
    return [...new Set([...found.flatMap(({ methods }) => [...methods.keys()]), 'OPTIONS'])].sort();
  }
}

function segmentsOf(path: string): string[] {
  return path.split('/').filter((segment) => segment !== '');
}

function matches(pattern: readonly string[], segments: readonly string[]): boolean {
  return (
    pattern.length === segments.length && pattern.every((part, at) => part.startsWith(':') || part === segments[at])
  );
}
