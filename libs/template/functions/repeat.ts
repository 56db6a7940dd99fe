import { kindOf, shorten } from '../diagnostics/describe';
import { evaluate } from '../expressions/evaluate';
import type { Evaluation, Expression, FunctionCall } from '../expressions/expression';
import { mapEntries, mayBeMap } from '../expressions/operands';
import type { ExactJson } from '../json';
import { isMap, UNKNOWN } from '../values';
import type { Unknown, Value } from '../values';
import type { CallSite, FunctionDefinition } from './function-definition';
import { combinations, countCombinations } from './combinations';
import { Substitution } from './substitution';

/** How the versions of `repeat` differ. */
interface Flavour {
  /** A map stands for the list of its keys. */
  readonly maps: boolean;
  /** The lists may go in step instead of nested in each other. */
  readonly permutations: boolean;
}

/**
 * `repeat: {template: …, for_each: {key: list, …}}`: the template once for each combination, with keys
 * replaced in all its texts. Functions inside are evaluated before that
 * (https://docs.openstack.org/heat/latest/template_guide/hot_spec.html#repeat).
 */
export const repeat = define('A list of one template, once for each combination of items', {
  maps: false,
  permutations: false,
});

/** From 2016-10-14 on. */
export const repeatOverMaps = define('A list of one template, once for each combination of items or keys', {
  maps: true,
  permutations: false,
});

/** From 2017-09-01 on. */
export const repeatInStep = define('A list of one template, once for each combination, or in step', {
  maps: true,
  permutations: true,
});

function define(description: string, flavour: Flavour): FunctionDefinition {
  return { name: 'repeat', description, parse: (argument, site) => parseRepeat(argument, flavour, site) };
}

function parseRepeat(argument: ExactJson, flavour: Flavour, site: CallSite): FunctionCall | null {
  const entries = mapEntries(site.parse(argument, site.place));
  const template = entries?.get('template');
  const forEach = entries?.get('for_each');
  if (entries === undefined || template === undefined || forEach === undefined) {
    return site.faults.refuse(site.place, 'expected a map of `template` and `for_each`');
  }
  const nested = flavour.permutations ? readPermutations(entries, site) : true;
  return nested === null ? null : new Repeat({ template, forEach }, { ...flavour, inStep: !nested }, site);
}

/** Whether the lists are nested in each other, which they are where nothing is said; `null` after a fault. */
function readPermutations(entries: ReadonlyMap<string, Expression>, site: CallSite): boolean | null {
  const permutations = entries.get('permutations') ?? { kind: 'literal', value: true };
  const value = permutations.kind === 'literal' ? permutations.value : null;
  return typeof value === 'boolean' ? value : site.faults.refuse(site.place.at('permutations'), 'expected a boolean');
}

class Repeat implements FunctionCall {
  readonly operands: readonly Expression[];

  constructor(
    private readonly parts: { readonly template: Expression; readonly forEach: Expression },
    private readonly mode: Flavour & { readonly inStep: boolean },
    private readonly site: CallSite,
  ) {
    this.operands = [parts.template, parts.forEach];
  }

  check(scope: Evaluation): void {
    if (!mayBeMap(this.parts.forEach)) {
      scope.report(this.site.place.at('for_each'), 'expected a map of keys and the lists that they go over');
    }
  }

  evaluate(scope: Evaluation): Value {
    const template = evaluate(this.parts.template, scope);
    const forEach = evaluate(this.parts.forEach, scope);
    const lists = forEach === UNKNOWN ? UNKNOWN : this.listsOf(forEach, scope);
    if (template === UNKNOWN || lists === UNKNOWN) return UNKNOWN;
    const rounds = this.rounds([...lists.values()], scope);
    if (rounds === UNKNOWN) return UNKNOWN;
    const substitution = new Substitution([...lists.keys()], this.site.place, scope);
    const repeated: Value[] = [];
    for (const items of rounds) {
      repeated.push(substitution.apply(template, items));
      if (substitution.failed) return UNKNOWN;
    }
    return repeated;
  }

  /** The lists by the keys that go over them. */
  private listsOf(forEach: Value, scope: Evaluation): Map<string, Value[]> | Unknown {
    const place = this.site.place.at('for_each');
    if (!isMap(forEach) || Object.keys(forEach).length === 0) {
      return scope.report(place, 'expected a map of keys and the lists that they go over');
    }
    const lists = new Map<string, Value[]>();
    let known = true;
    for (const [key, given] of Object.entries(forEach)) {
      const list = given === UNKNOWN ? UNKNOWN : this.listOf(key, given, scope);
      if (list === UNKNOWN) known = false;
      else lists.set(key, list);
    }
    return known ? lists : UNKNOWN;
  }

  private listOf(key: string, given: Exclude<Value, Unknown>, scope: Evaluation): Value[] | Unknown {
    if (given === null) return [];
    if (Array.isArray(given)) return given;
    if (this.mode.maps && !this.mode.inStep && isMap(given)) return Object.keys(given);
    const expected = this.mode.maps && !this.mode.inStep ? 'a list or a map' : 'a list';
    return scope.report(this.site.place.at('for_each').at(key), `expected ${expected}, found ${kindOf(given)}`);
  }

  private rounds(lists: readonly Value[][], scope: Evaluation): Iterable<readonly Value[]> | Unknown {
    const { place } = this.site;
    if (lists.some((list) => list.length === 0)) return [];
    const lengths = lists.map((list) => list.length);
    if (this.mode.inStep && new Set(lengths).size > 1) {
      return scope.report(
        place.at('for_each'),
        `lists that go in step must be equally long, found ${shorten(lengths.join(' and '))}`,
      );
    }
    const count = countCombinations(lists, this.mode.inStep);
    const limit = scope.limits.loopRounds;
    if (count > limit) return scope.report(place, `there are ${count} rounds, more than the limit of ${limit}`);
    const { loopReplacements } = scope.limits;
    if (count * lists.length <= loopReplacements) return combinations(lists, this.mode.inStep);
    return scope.report(
      place,
      `there are ${count} rounds of ${lists.length} keys, more than the limit of ${loopReplacements} replacements`,
    );
  }
}
