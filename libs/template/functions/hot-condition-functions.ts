import { and, or } from './and-or';
import { contains } from './contains';
import { equals } from './equals';
import type { AnyDefinition } from './function-definition';
import type { FunctionRow } from './function-row';
import { functionsAt } from './function-row';
import { getParam } from './get-param';
import { HOT_FUNCTIONS } from './hot-functions';
import { misplaced } from './misplaced';
import { not } from './not';
import { yaql } from './yaql';

/**
 * The functions that may stand in conditions, with the version that brought them
 * (https://docs.openstack.org/heat/latest/template_guide/hot_spec.html#conditions-section).
 */
const HOT_CONDITION_FUNCTIONS: readonly FunctionRow[] = [
  ['2016-10-14', getParam],
  ['2016-10-14', equals],
  ['2016-10-14', not],
  ['2016-10-14', and],
  ['2016-10-14', or],
  ['2017-09-01', yaql],
  ['2017-09-01', contains],
];

/** What a version has for its conditions; its other functions are there to be refused. */
export function conditionFunctionsAt(date: string): Map<string, AnyDefinition> {
  const others = [...functionsAt(HOT_FUNCTIONS, date)].map(([name, definition]): [string, AnyDefinition] => {
    const isRemoved = 'removed' in definition;
    return [name, isRemoved ? definition : misplaced(name)];
  });
  return new Map([...others, ...functionsAt(HOT_CONDITION_FUNCTIONS, date)]);
}
