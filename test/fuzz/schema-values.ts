import fc from 'fast-check';
import type { Json, JsonObject } from '#contracts';
import { FILES, arbitraryTemplate } from '../properties/arbitrary-template';
import { damaged } from '../properties/damaged';
import { POLLUTION, hostileText, hostileValue, withKey } from './hostile';

/** The first of them nearly always. */
function rarely<T>(usual: T, ...odd: T[]): fc.Arbitrary<T> {
  return fc.oneof({ weight: 8, arbitrary: fc.constant(usual) }, { weight: 2, arbitrary: fc.constantFrom(...odd) });
}

/** Members that hold a language of their own, which no schema describes. */
const LANGUAGES: Readonly<Record<string, fc.Arbitrary<Json>>> = {
  template: fc.oneof(
    { weight: 8, arbitrary: arbitraryTemplate },
    { weight: 3, arbitrary: damaged(arbitraryTemplate) },
    {
      weight: 1,
      arbitrary: fc.constantFrom<Json>(
        { heat_template_version: '2021-04-16' },
        'heat_template_version: 2021-04-16\nresources: {r: {type: OS::Heat::None}}\n',
        'a: &a [*a, *a]',
        '\t- : {',
        '{'.repeat(500),
      ),
    },
  ),
  files: rarely<Json>(FILES, {}, { motd: 1 }),
  parameters: rarely<Json>({}, { text: 'given' }, { nope: 1 }, { size: 'x' }),
  environment: rarely<Json>({}, { parameters: { text: 'e' } }, { resource_registry: { a: 'b' } }, 'a: b'),
  environment_files: rarely<Json>([], ['motd'], ['nope']),
  adopt_stack_data: rarely<Json>(null, {}, { resources: {} }),
};

/** Values that a schema of the document allows, most of them, and others in between. */
export class SchemaValues {
  constructor(private readonly document: JsonObject) {}

  /** Nearly what the schema wants. */
  near(schema: JsonObject, name = ''): fc.Arbitrary<Json> {
    return fc.oneof(
      { weight: 24, arbitrary: LANGUAGES[name] ?? this.right(schema) },
      { weight: 1, arbitrary: hostileValue },
    );
  }

  private right(schema: JsonObject): fc.Arbitrary<Json> {
    const reference = schema['$ref'];
    if (typeof reference === 'string') return this.right(this.lookUp(reference));
    if ('const' in schema) return fc.constant(schema['const'] ?? null);
    const { enum: words, anyOf: alternatives } = schema;
    if (Array.isArray(words)) return fc.constantFrom(...words);
    if (Array.isArray(alternatives)) return this.oneOf(alternatives as JsonObject[]);
    const types = [schema['type'] ?? []].flat() as string[];
    if (types.length === 0) return hostileValue;
    return fc.oneof(...types.map((type) => this.ofType(type, schema)));
  }

  /** The first of them mostly: a bare body is more to the point than a wrapped one. */
  private oneOf([first = {}, ...others]: readonly JsonObject[]): fc.Arbitrary<Json> {
    const rest = others.map((each) => ({ weight: 1, arbitrary: this.right(each) }));
    return fc.oneof({ weight: 5, arbitrary: this.right(first) }, ...rest);
  }

  private ofType(type: string, schema: JsonObject): fc.Arbitrary<Json> {
    switch (type) {
      case 'string':
        return textOf(schema);
      case 'integer':
      case 'number':
        return numberOf(schema);
      case 'boolean':
        return fc.boolean();
      case 'array':
        return this.listOf(schema);
      case 'object':
        return this.objectOf(schema);
      default:
        return fc.constant(null);
    }
  }

  private listOf({ items = {}, maxItems = 5 }: JsonObject): fc.Arbitrary<Json> {
    const most = Math.min(Number(maxItems), 150);
    const item = this.near(items as JsonObject);
    return fc.oneof(
      { weight: 4, arbitrary: fc.array(item, { maxLength: 4 }) },
      { weight: 1, arbitrary: fc.constantFrom(most, most + 1).chain((size) => listOfLength(item, size)) },
    );
  }

  private objectOf({ properties = {}, required = [], additionalProperties }: JsonObject): fc.Arbitrary<Json> {
    const entries = Object.entries(properties as Record<string, JsonObject>);
    if (entries.length === 0) {
      const values = additionalProperties as JsonObject | boolean | undefined;
      return fc.dictionary(hostileText, typeof values === 'object' ? this.near(values) : hostileValue, { maxKeys: 3 });
    }
    const members = Object.fromEntries(entries.map(([name, member]) => [name, this.near(member, name)]));
    const always = required as string[];
    const whole = fc.record(members, { requiredKeys: always }) as fc.Arbitrary<JsonObject>;
    return fc.oneof(
      { weight: 14, arbitrary: whole },
      {
        weight: 1,
        arbitrary: fc.tuple(whole, strangeKey, hostileValue).map(([base, key, value]) => withKey(base, key, value)),
      },
      { weight: 1, arbitrary: fc.record(members, { requiredKeys: [] }) as fc.Arbitrary<JsonObject> },
    );
  }

  private lookUp(reference: string): JsonObject {
    let found: Json = this.document;
    for (const part of reference.split('/').slice(1)) found = (found as JsonObject)[part] ?? {};
    return found as JsonObject;
  }
}

const strangeKey = fc.oneof(hostileText, fc.constantFrom(...POLLUTION, 'stak_name', 'Template'));

function listOfLength(item: fc.Arbitrary<Json>, size: number): fc.Arbitrary<Json> {
  return item.map((value): Json => Array.from({ length: size }, () => value));
}

function textOf({ pattern, format, minLength = 0, maxLength }: JsonObject): fc.Arbitrary<string> {
  if (format === 'uuid') return fc.uuid();
  const edges =
    typeof maxLength === 'number' ? [fc.constantFrom('a'.repeat(maxLength), 'a'.repeat(maxLength + 1))] : [];
  const matching = typeof pattern === 'string' ? [fc.stringMatching(new RegExp(pattern))] : [];
  return fc.oneof(...edges, ...matching, fc.string({ minLength: Number(minLength), maxLength: 20 }));
}

function numberOf({ minimum, maximum }: JsonObject): fc.Arbitrary<number> {
  const bounds = [minimum, maximum].filter((bound) => typeof bound === 'number');
  const edges = bounds.flatMap((bound) => [bound - 1, bound, bound + 1]);
  return fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom(1, 2, 7, 60) },
    { weight: 1, arbitrary: fc.constantFrom(1.5, ...edges) },
  );
}
