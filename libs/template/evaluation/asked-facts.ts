import type { ExactJson } from '../json';
import type { ResolutionScope } from '../stack';

/** Answers as another scope does, and remembers what that one did not know. */
export class AskedFacts implements ResolutionScope {
  private readonly unknown = new Set<string>();

  constructor(private readonly scope: ResolutionScope) {}

  reference(resource: string): string | undefined {
    const reference = this.scope.reference(resource);
    if (reference === undefined) this.unknown.add(`the reference of \`${resource}\``);
    return reference;
  }

  attribute(resource: string, name: string): ExactJson | undefined {
    const value = this.scope.attribute(resource, name);
    if (value === undefined) this.unknown.add(`the attribute \`${name}\` of \`${resource}\``);
    return value;
  }

  /** What was not known, for a diagnostic. */
  missing(): string {
    return [...this.unknown].join(', ');
  }
}
