import { InvariantError } from '../errors';
import type { Json, JsonObject } from '../json';
import { objectSchema } from './fields';
import { ShapeReference } from './schema';
import type { Schema, SchemaPart, Shape } from './schema';

/** Gathers the classes that a document names; each becomes a schema of its own, under the class's name without `Dto`. */
export class Components {
  private readonly shapes = new Map<string, Shape>();
  private readonly schemas: JsonObject = {};

  /** @param schemaOf what a class becomes; by default an object of its fields. */
  constructor(private readonly schemaOf: (shape: Shape) => Schema = objectSchema) {}

  /** The schema as plain JSON; classes become references, and are gathered. */
  render(schema: Schema): JsonObject {
    return this.plain(schema) as JsonObject;
  }

  /** A reference to a class's schema. */
  reference(shape: Shape): string {
    const name = shape.name.replace(/Dto$/, '');
    const known = this.shapes.get(name);
    if (known !== undefined && known !== shape) throw new InvariantError(`two classes are called ${name}`);
    if (known === undefined) {
      this.shapes.set(name, shape);
      this.schemas[name] = this.render(this.schemaOf(shape));
    }
    return `#/components/schemas/${name}`;
  }

  /** All that was gathered, by name. */
  gathered(): JsonObject {
    return Object.fromEntries(Object.entries(this.schemas).sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  private plain(part: SchemaPart): Json {
    if (part instanceof ShapeReference) return this.reference(part.shape());
    if (Array.isArray(part)) return part.map((entry) => this.plain(entry as SchemaPart));
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, entry]) => [key, this.plain(entry)]));
  }
}
