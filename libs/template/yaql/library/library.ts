import { Context } from '../runtime/context';
import type { YaqlFunction, Scope } from '../runtime/yaql-function';
import { BRANCHING } from './branching';
import { LIST_FUNCTIONS } from './collections/lists';
import { MAP_FUNCTIONS } from './collections/maps';
import { SET_FUNCTIONS } from './collections/sets';
import { BIT_FUNCTIONS } from './numbers/bits';
import { NUMBER_FUNCTIONS } from './numbers/functions';
import { OPERATORS } from './operators';
import { PATTERN_FUNCTIONS } from './patterns/functions';
import { COMBINATIONS } from './queries/combinations';
import { FILTERS } from './queries/filters';
import { GENERATORS } from './queries/generators';
import { GROUP_FUNCTIONS } from './queries/groups';
import { MERGE_FUNCTIONS } from './queries/merge';
import { ORDER_FUNCTIONS } from './queries/order';
import { REDUCTIONS } from './queries/reductions';
import { SLICES } from './queries/slices';
import { ALPHABET_FUNCTIONS } from './texts/alphabets';
import { FORMAT_FUNCTIONS } from './texts/format/functions';
import { TEXT_FUNCTIONS } from './texts/functions';
import { POSITION_FUNCTIONS } from './texts/positions';
import { TIME_OPERATORS } from './times/arithmetic';
import { TIME_FUNCTIONS } from './times/functions';
import { VARIABLE_FUNCTIONS } from './variables';

/**
 * The functions and operators of YAQL 2.0, as far as what they answer does not change
 * (https://yaql.readthedocs.io/en/latest/standard_library.html).
 */
export const LIBRARY: Scope = libraryOf([
  ...[OPERATORS, BRANCHING, VARIABLE_FUNCTIONS, NUMBER_FUNCTIONS, BIT_FUNCTIONS],
  ...[LIST_FUNCTIONS, MAP_FUNCTIONS, SET_FUNCTIONS],
  ...[FILTERS, REDUCTIONS, ORDER_FUNCTIONS, GROUP_FUNCTIONS, COMBINATIONS, SLICES, GENERATORS, MERGE_FUNCTIONS],
  ...[TEXT_FUNCTIONS, POSITION_FUNCTIONS, ALPHABET_FUNCTIONS, FORMAT_FUNCTIONS, PATTERN_FUNCTIONS],
  ...[TIME_FUNCTIONS, TIME_OPERATORS],
]);

function libraryOf(tables: readonly (readonly YaqlFunction[])[]): Scope {
  const library = new Context(undefined);
  for (const spec of tables.flat()) library.define(spec);
  return library;
}
