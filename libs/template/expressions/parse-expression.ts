import type { Json, JsonObject } from '#contracts';
import type { Faults } from '../diagnostics/faults';
import type { Place } from '../diagnostics/place';
import type { FunctionDefinition } from '../functions/function-definition';
import type { Expression } from './expression';

/** What the values of one template are parsed with. */
export interface ParseContext {
  /** The functions of the template's version, by name. */
  readonly functions: ReadonlyMap<string, FunctionDefinition>;
  readonly faults: Faults;
}

/** Stands for a function that could not be parsed; the fault is reported. */
const FAULTY: Expression = { kind: 'literal', value: null };

/**
 * Parses a value of a template. A map of one entry whose key names a function of the template's
 * version is a call of it; every other map is just a map.
 */
export function parseExpression(json: Json, place: Place, context: ParseContext): Expression {
  if (typeof json !== 'object' || json === null) return { kind: 'literal', value: json };
  return Array.isArray(json) ? parseList(json, place, context) : parseMap(json, place, context);
}

function parseList(list: Json[], place: Place, context: ParseContext): Expression {
  const items = list.map((item, index) => parseExpression(item, place.at(index), context));
  return items.every(isLiteral) ? { kind: 'literal', value: list } : { kind: 'list', items };
}

function parseMap(map: JsonObject, place: Place, context: ParseContext): Expression {
  const keys = Object.keys(map);
  const [name] = keys;
  const definition = keys.length === 1 && name !== undefined ? context.functions.get(name) : undefined;
  if (definition !== undefined && name !== undefined) return parseCall(definition, map, place.at(name), context);
  const entries = Object.entries(map).map(
    ([key, value]) => [key, parseExpression(value, place.at(key), context)] as const,
  );
  const literal = entries.every(([, value]) => isLiteral(value));
  return literal ? { kind: 'literal', value: map } : { kind: 'map', entries };
}

function parseCall(definition: FunctionDefinition, map: JsonObject, place: Place, context: ParseContext): Expression {
  const { name } = definition;
  const parse = (json: Json, at: Place): Expression => parseExpression(json, at, context);
  const call = definition.parse(map[name] ?? null, { name, place, faults: context.faults, parse });
  return call === null ? FAULTY : { kind: 'call', name, call };
}

function isLiteral(expression: Expression): boolean {
  return expression.kind === 'literal';
}
