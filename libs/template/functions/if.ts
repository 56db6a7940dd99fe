import { OMITTED } from '../expressions/expression';
import type { Expression, FunctionCall } from '../expressions/expression';
import type { ExactJson } from '../json';
import { UNKNOWN } from '../values';
import type { Value } from '../values';
import type { CallSite, MacroDefinition } from './function-definition';

/**
 * `if: [condition, value if true, value if false]`. The value not taken is never looked at, so it may
 * name what does not exist
 * (https://docs.openstack.org/heat/latest/template_guide/hot_spec.html#if).
 */
export const ifThenElse: MacroDefinition = {
  name: 'if',
  description: 'One of two values, by a condition',
  expand: (argument, site) => expandIf(argument, site, 3),
};

/** From 2021-04-16 on the second value may be left out: then the whole item is left out of its list or map. */
export const ifThen: MacroDefinition = {
  ...ifThenElse,
  description: 'One of two values, by a condition; with one value only, that value or nothing',
  expand: (argument, site) => expandIf(argument, site, 2),
};

function expandIf(argument: ExactJson, site: CallSite, fewest: number): Expression | null {
  if (!Array.isArray(argument) || argument.length < fewest || argument.length > 3) {
    const short = fewest === 2 ? '[condition, value] or ' : '';
    return site.faults.refuse(site.place, `expected a list of the form ${short}[condition, value, other value]`);
  }
  const branch = (index: number): Expression => {
    const json = argument[index];
    return json === undefined ? OMITTED : site.parse(json, site.place.at(index));
  };
  const truth = site.truth(argument[0] ?? null, site.place.at(0));
  if (truth === null) return null;
  if (truth !== UNKNOWN) return branch(truth ? 1 : 2);
  return { kind: 'call', name: site.name, call: new Undecided([branch(1), branch(2)]) };
}

/** Whose condition rests on a parameter that was not given: either value may come. */
class Undecided implements FunctionCall {
  constructor(readonly operands: readonly Expression[]) {}

  evaluate(): Value {
    return UNKNOWN;
  }
}
