import { and, or } from './and-or';
import { equals } from './equals';
import { base64 } from './base64';
import { findInMap } from './find-in-map';
import type { AnyDefinition } from './function-definition';
import { named } from './function-row';
import { getAtt } from './get-att';
import { getAzs } from './get-azs';
import { ifThenElse } from './if';
import { fnJoin } from './list-join';
import { memberListToMap } from './member-list-to-map';
import { notOneOf } from './not';
import { ref, refToParameter } from './ref';
import { fnReplace } from './fn-replace';
import { fnResourceFacade } from './resource-facade';
import { select } from './select';
import { split } from './split';

/**
 * The functions of both of CloudFormation's forms
 * (https://docs.openstack.org/heat/latest/template_guide/functions.html).
 */
export const CFN_FUNCTIONS: readonly AnyDefinition[] = [
  ...[ref, getAtt, findInMap, getAzs, select, fnJoin, split, fnReplace, base64],
  ...[memberListToMap, fnResourceFacade],
];

/** In `AWSTemplateFormatVersion` only, as conditions are. */
export const fnIf = named('Fn::If', ifThenElse);

/** The functions that may stand in conditions. */
export const CFN_CONDITION_FUNCTIONS: readonly AnyDefinition[] = [
  refToParameter,
  findInMap,
  named('Fn::Equals', equals),
  notOneOf,
  named('Fn::And', and),
  named('Fn::Or', or),
];
