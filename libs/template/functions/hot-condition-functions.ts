import { and, or } from './and-or';
import { contains } from './contains';
import { equals } from './equals';
import type { FunctionRow } from './function-row';
import { getParam } from './get-param';
import { not } from './not';
import { yaql } from './yaql';

/**
 * The functions that may stand in conditions, with the version that brought them
 * (https://docs.openstack.org/heat/latest/template_guide/hot_spec.html#conditions-section).
 */
export const HOT_CONDITION_FUNCTIONS: readonly FunctionRow[] = [
  ['2016-10-14', getParam],
  ['2016-10-14', equals],
  ['2016-10-14', not],
  ['2016-10-14', and],
  ['2016-10-14', or],
  ['2017-09-01', yaql],
  ['2017-09-01', contains],
];
