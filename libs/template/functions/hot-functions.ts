import { base64 } from './base64';
import { contains } from './contains';
import { digest } from './digest';
import { filter } from './filter';
import { fnReplace } from './fn-replace';
import type { FunctionRow } from './function-row';
import { getAttr, getAttrOrAll } from './get-attr';
import { getAzs } from './get-azs';
import { getFile } from './get-file';
import { getParam } from './get-param';
import { getResource } from './get-resource';
import { ifThen, ifThenElse } from './if';
import { listConcat, listConcatUnique } from './list-concat';
import { fnJoin, listJoin, listJoinSeveral } from './list-join';
import { makeUrl } from './make-url';
import { mapMerge } from './map-merge';
import { mapReplace } from './map-replace';
import { memberListToMap } from './member-list-to-map';
import { ref } from './ref';
import { repeat, repeatInStep, repeatOverMaps } from './repeat';
import { fnResourceFacade, resourceFacade } from './resource-facade';
import { select } from './select';
import { split } from './split';
import { strReplace, strReplaceJson, strReplaceStrict, strReplaceVstrict } from './str-replace';
import { strSplit } from './str-split';
import { removed } from './unavailable';
import { yaql } from './yaql';

const FIRST = '2013-05-23';

/**
 * Every function of HOT, with the version that brought it, changed it or took it away
 * (https://docs.openstack.org/heat/latest/template_guide/hot_spec.html#heat-template-version).
 */
export const HOT_FUNCTIONS: readonly FunctionRow[] = [
  [FIRST, getParam],
  [FIRST, getResource],
  [FIRST, getAttr],
  [FIRST, getFile],
  [FIRST, listJoin],
  [FIRST, strReplace],
  [FIRST, resourceFacade],
  [FIRST, ref],
  [FIRST, getAzs],
  [FIRST, fnJoin],
  [FIRST, split],
  [FIRST, fnReplace],
  [FIRST, base64],
  [FIRST, memberListToMap],
  [FIRST, fnResourceFacade],
  [FIRST, select],

  ['2014-10-16', removed('Ref', FIRST)],
  ['2014-10-16', removed('Fn::GetAZs', FIRST)],
  ['2014-10-16', removed('Fn::Join', FIRST)],
  ['2014-10-16', removed('Fn::Split', FIRST)],
  ['2014-10-16', removed('Fn::Replace', FIRST)],
  ['2014-10-16', removed('Fn::Base64', FIRST)],
  ['2014-10-16', removed('Fn::MemberListToMap', FIRST)],
  ['2014-10-16', removed('Fn::ResourceFacade', FIRST)],

  ['2015-04-30', repeat],
  ['2015-04-30', digest],

  ['2015-10-15', getAttrOrAll],
  ['2015-10-15', listJoinSeveral],
  ['2015-10-15', strReplaceJson],
  ['2015-10-15', strSplit],
  ['2015-10-15', removed('Fn::Select', '2015-04-30')],

  ['2016-04-08', mapMerge],

  ['2016-10-14', ifThenElse],
  ['2016-10-14', yaql],
  ['2016-10-14', mapReplace],
  ['2016-10-14', repeatOverMaps],

  ['2017-02-24', strReplaceStrict],
  ['2017-02-24', filter],

  ['2017-09-01', strReplaceVstrict],
  ['2017-09-01', makeUrl],
  ['2017-09-01', listConcat],
  ['2017-09-01', listConcatUnique],
  ['2017-09-01', contains],
  ['2017-09-01', repeatInStep],

  ['2021-04-16', ifThen],
];
