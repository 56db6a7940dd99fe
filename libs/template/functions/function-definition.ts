import type { Faults } from '../diagnostics/faults';
import type { Place } from '../diagnostics/place';
import type { Expression, FunctionCall } from '../expressions/expression';
import type { ExactJson } from '../json';
import type { Unknown } from '../values';

/** Where a call of a function stands, and what its arguments are parsed with. */
export interface CallSite {
  /** The function's name. */
  readonly name: string;
  /** Of the argument: the entry under the function's name. */
  readonly place: Place;
  readonly faults: Faults;
  parse(json: ExactJson, place: Place): Expression;
  /** The truth of what stands where a condition is wanted; `null` after a fault. */
  truth(json: ExactJson, place: Place): boolean | Unknown | null;
}

/** A function of the language, as one or several versions of it have it. */
export interface FunctionDefinition {
  readonly name: string;
  /** One line for `GET /v2/template_versions/{v}/functions`. */
  readonly description: string;
  /** Earlier versions had it. */
  readonly removed?: true;
  /** It may not stand where it is looked for. */
  readonly misplaced?: true;
  /** `null` where the argument has not the form that the function wants; that is reported. */
  parse(argument: ExactJson, site: CallSite): FunctionCall | null;
}

/**
 * A function that decides while the template is parsed what stands in its place, so that the rest of
 * its argument is never looked at.
 */
export interface MacroDefinition {
  readonly name: string;
  readonly description: string;
  /** `null` after a fault. */
  expand(argument: ExactJson, site: CallSite): Expression | null;
}

export type AnyDefinition = FunctionDefinition | MacroDefinition;
