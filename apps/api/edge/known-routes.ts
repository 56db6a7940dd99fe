interface KnownRoute {
  segments: readonly string[];
  methods: Set<string>;
}

/** Every path that there is, so that a wrong method can be told from a wrong path. */
export class KnownRoutes {
  private readonly routes = new Map<string, KnownRoute>();

  add(methods: readonly string[], pattern: string): void {
    const route = this.routes.get(pattern) ?? { segments: segmentsOf(pattern), methods: new Set() };
    for (const method of methods) route.methods.add(method);
    this.routes.set(pattern, route);
  }

  /** The methods that some route has at the path, with OPTIONS; empty where there is no such path. */
  methodsAt(path: string): string[] {
    const segments = segmentsOf(path);
    const found = [...this.routes.values()].filter((route) => matches(route.segments, segments));
    if (found.length === 0) return [];
    return [...new Set([...found.flatMap((route) => [...route.methods]), 'OPTIONS'])].sort();
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
