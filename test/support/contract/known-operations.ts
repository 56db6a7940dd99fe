import type { Json, JsonObject } from '#contracts';

/** Where in the document something stands, and what it is. */
export interface Place {
  pointer: readonly string[];
  value: JsonObject;
}

const METHODS = ['get', 'put', 'post', 'delete', 'patch'];

/** Finds in an OpenAPI document what it says of a request. */
export class KnownOperations {
  private readonly paths: { template: string; segments: string[] }[];

  constructor(readonly document: JsonObject) {
    this.paths = Object.keys(document['paths'] as JsonObject)
      .map((template) => ({ template, segments: template.split('/') }))
      // What a path says in so many words goes before what stands for any name.
      .sort((a, b) => rank(a.segments) - rank(b.segments));
  }

  /** The templates of all paths that the path may mean, the nearest first. */
  templatesOf(path: string): string[] {
    if (!isReadable(path)) return [];
    const segments = path.split('/');
    return this.paths.filter((known) => isMatch(known.segments, segments)).map(({ template }) => template);
  }

  /** The operation at the nearest path that has the method. */
  find(method: string, path: string): Place | undefined {
    const wanted = method === 'HEAD' ? 'get' : method.toLowerCase();
    if (!METHODS.includes(wanted)) return undefined;
    const template = this.templatesOf(path).find((each) => wanted in this.pathItem(each));
    return template === undefined ? undefined : this.at(['paths', template, wanted]);
  }

  /** What stands at a place, after the references that stand there instead. */
  at(pointer: readonly string[]): Place | undefined {
    let value: Json | undefined = this.document;
    for (const part of pointer) value = (value as JsonObject | undefined)?.[part];
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    const reference = value['$ref'];
    return typeof reference === 'string' ? this.at(reference.split('/').slice(1)) : { pointer, value };
  }

  private pathItem(template: string): JsonObject {
    return (this.document['paths'] as Record<string, JsonObject>)[template] ?? {};
  }
}

/** A path whose encoding is broken names nothing. */
function isReadable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

function rank(segments: readonly string[]): number {
  return segments.filter((segment) => segment.startsWith('{')).length;
}

function isMatch(known: readonly string[], segments: readonly string[]): boolean {
  return (
    known.length === segments.length &&
    known.every((part, at) => (part.startsWith('{') ? segments[at] !== '' : part === segments[at]))
  );
}
