import { kindOf } from '../diagnostics/describe';
import type { Place } from '../diagnostics/place';
import type { Evaluation, Expression } from '../expressions/expression';
import { objectOf } from '../json';
import { isMap, UNKNOWN } from '../values';
import type { Unknown, Value } from '../values';
import { computed } from './computed';
import type { FunctionDefinition } from './function-definition';
import { unpack } from './unpack';

/**
 * `Fn::MemberListToMap: [Name, Value, [.member.0.Name=key, .member.0.Value=value, …]]`: members with both,
 * in the order of their numbers
 * (https://docs.openstack.org/heat/latest/template_guide/functions.html#fn-memberlisttomap).
 */
export const memberListToMap: FunctionDefinition = {
  name: 'Fn::MemberListToMap',
  description: 'A map of a list of members as AWS writes them',
  parse: (argument, site) => {
    const [keyName, valueName, list, ...rest] = unpack(site.parse(argument, site.place)) ?? [];
    if (keyName === undefined || valueName === undefined || list === undefined || rest.length > 0) {
      return site.faults.refuse(
        site.place,
        'expected a list of the form [name of keys, name of values, list of members]',
      );
    }
    const names = { key: textOf(keyName), value: textOf(valueName) };
    if (names.key === undefined) return site.faults.refuse(site.place.at(0), 'expected a text');
    if (names.value === undefined) return site.faults.refuse(site.place.at(1), 'expected a text');
    const fields = { key: names.key, value: names.value };
    return computed(list, (value, scope) => toMap(value, fields, site.place.at(2), scope));
  },
};

/** Names stand in the template itself. */
function textOf(expression: Expression): string | undefined {
  return expression.kind === 'literal' && typeof expression.value === 'string' ? expression.value : undefined;
}

/** The fields of members that are its keys and its values. */
interface Fields {
  readonly key: string;
  readonly value: string;
}

function toMap(list: Value, fields: Fields, place: Place, scope: Evaluation): Value {
  const items = itemsOf(list);
  if (items === undefined) return scope.report(place, `expected a list of members, found ${kindOf(list)}`);
  const texts = new Map<string, string>();
  for (const [index, item] of items.entries()) {
    const pair = pairOf(item, place.at(index), scope);
    if (pair === UNKNOWN) return UNKNOWN;
    texts.set(...pair);
  }
  const members = membersOf(texts).filter((member) => member.has(fields.key) && member.has(fields.value));
  return objectOf(members.map((member) => [member.get(fields.key) ?? '', member.get(fields.value) ?? ''] as const));
}

/** What Python goes over: of a text its characters, of a map its keys. */
function itemsOf(list: Value): Value[] | undefined {
  if (Array.isArray(list)) return list;
  if (typeof list === 'string') return Array.from(list);
  return isMap(list) ? Object.keys(list) : undefined;
}

function pairOf(item: Value, place: Place, scope: Evaluation): [string, string] | Unknown {
  if (item === UNKNOWN) return UNKNOWN;
  if (typeof item !== 'string') return scope.report(place, `expected a text, found ${kindOf(item)}`);
  const end = item.indexOf('=');
  if (end === -1) return scope.report(place, 'expected a member of the form .member.0.Name=value');
  return [item.slice(0, end), item.slice(end + 1)];
}

/** The fields of each member, in the order of the members' numbers; other texts are passed over. */
function membersOf(texts: ReadonlyMap<string, string>): Map<string, string>[] {
  const members = new Map<number, Map<string, string>>();
  for (const [name, value] of texts) {
    const [, number, field] = /^\.member\.([0-9]+)\.([^\n]*)/.exec(name) ?? [];
    if (number === undefined || field === undefined) continue;
    const member = members.get(Number(number)) ?? new Map<string, string>();
    members.set(Number(number), member.set(field, value));
  }
  return [...members].sort(([a], [b]) => a - b).map(([, member]) => member);
}
