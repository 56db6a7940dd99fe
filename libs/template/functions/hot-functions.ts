import type { FunctionRow } from './function-row';
import { contains } from './contains';
import { filter } from './filter';
import { getAttr, getAttrOrAll } from './get-attr';
import { getFile } from './get-file';
import { getParam } from './get-param';
import { getResource } from './get-resource';
import { ifThen, ifThenElse } from './if';
import { listConcat, listConcatUnique } from './list-concat';
import { listJoin, listJoinSeveral } from './list-join';
import { makeUrl } from './make-url';
import { mapMerge } from './map-merge';
import { mapReplace } from './map-replace';
import { repeat, repeatInStep, repeatOverMaps } from './repeat';
import { strReplace, strReplaceJson, strReplaceStrict, strReplaceVstrict } from './str-replace';
import { strSplit } from './str-split';
import { notBuilt, removed } from './unavailable';
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
  [FIRST, notBuilt('resource_facade')],
  ...['Ref', 'Fn::GetAZs', 'Fn::Join', 'Fn::Split', 'Fn::Replace'].map(onlyInFirst),
  ...['Fn::Base64', 'Fn::MemberListToMap', 'Fn::ResourceFacade'].map(onlyInFirst),
  [FIRST, notBuilt('Fn::Select')],

  ['2014-10-16', removed('Ref', FIRST)],
  ['2014-10-16', removed('Fn::GetAZs', FIRST)],
  ['2014-10-16', removed('Fn::Join', FIRST)],
  ['2014-10-16', removed('Fn::Split', FIRST)],
  ['2014-10-16', removed('Fn::Replace', FIRST)],
  ['2014-10-16', removed('Fn::Base64', FIRST)],
  ['2014-10-16', removed('Fn::MemberListToMap', FIRST)],
  ['2014-10-16', removed('Fn::ResourceFacade', FIRST)],

  ['2015-04-30', repeat],
  ['2015-04-30', notBuilt('digest')],

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

function onlyInFirst(name: string): FunctionRow {
  return [FIRST, notBuilt(name)];
}
