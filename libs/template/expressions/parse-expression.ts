import type { Faults } from '../diagnostics/faults';
import type { Place } from '../diagnostics/place';
import type { AnyDefinition, CallSite } from '../functions/function-definition';
import { isCollection } from '../json';
import type { ExactJson, ExactObject } from '../json';
import type { Unknown } from '../values';
import type { Expression } from './expression';

/** What the values of one template are parsed with. */
export interface ParseContext {
  /** The functions of the template's version, by name. */
  readonly functions: ReadonlyMap<string, AnyDefinition>;
  /** Functions that only other versions have, with words that say which. */
  readonly absentFunctions: ReadonlyMap<string, string>;
  readonly faults: Faults;
  readonly warnings: Faults;
  /** The truth of what stands where a condition is wanted; `null` after a fault. */
  truth(json: ExactJson, place: Place): boolean | Unknown | null;
}

/** Stands for what could not be parsed; the fault is reported. */
const FAULTY: Expression = { kind: 'literal', value: null };

/**
 * Parses a value of a template. A map of one entry whose key names a function of the template's
 * version is a call of it; every other map is just a map.
 */
export function parseExpression(json: ExactJson, place: Place, context: ParseContext): Expression {
  if (!isCollection(json)) return { kind: 'literal', value: json };
  return Array.isArray(json) ? parseList(json, place, context) : parseMap(json, place, context);
}

function parseList(list: ExactJson[], place: Place, context: ParseContext): Expression {
  const parsed = list.map((item, index) => parseExpression(item, place.at(index), context));
  if (parsed.every((item, index) => isItself(item, list[index]))) return { kind: 'literal', value: list };
  return { kind: 'list', items: parsed, place };
}

function parseMap(map: ExactObject, place: Place, context: ParseContext): Expression {
  const keys = Object.keys(map);
  const [name] = keys;
  const definition = keys.length === 1 && name !== undefined ? context.functions.get(name) : undefined;
  if (definition !== undefined) return parseCall(definition, map, place, context);
  if (keys.length === 1 && name !== undefined) warnOfAbsent(name, place, context);
  const parsed = keys.map((key) => [key, parseExpression(map[key] ?? null, place.at(key), context)] as const);
  if (parsed.every(([key, value]) => isItself(value, map[key]))) return { kind: 'literal', value: map };
  return { kind: 'map', entries: parsed, place };
}

/** Heat takes it for a map, without a word, which is seldom what the author meant. */
function warnOfAbsent(name: string, place: Place, { absentFunctions, warnings }: ParseContext): void {
  const where = absentFunctions.get(name);
  if (where === undefined) return;
  warnings.add(place.at(name), `\`${name}\` is a function ${where}; in this version it is just a map`);
}

function parseCall(definition: AnyDefinition, map: ExactObject, place: Place, context: ParseContext): Expression {
  const { name } = definition;
  const site = new ContextSite(name, place.at(name), context);
  const argument = map[name] ?? null;
  if ('expand' in definition) return definition.expand(argument, site) ?? FAULTY;
  const call = definition.parse(argument, site);
  return call === null ? FAULTY : { kind: 'call', name, call };
}

/** A call keeps its site for as long as the stack is there, so it is kept small. */
class ContextSite implements CallSite {
  constructor(
    readonly name: string,
    readonly place: Place,
    private readonly context: ParseContext,
  ) {}

  get faults(): Faults {
    return this.context.faults;
  }

  parse(json: ExactJson, place: Place): Expression {
    return parseExpression(json, place, this.context);
  }

  truth(json: ExactJson, place: Place): boolean | Unknown | null {
    return this.context.truth(json, place);
  }
}

/** Whether parsing left a value as it was: no function in it, and none that gave way to a literal. */
function isItself(expression: Expression, json: ExactJson | undefined): boolean {
  return expression.kind === 'literal' && expression.value === json;
}
