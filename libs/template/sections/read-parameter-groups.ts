import { describe } from '../diagnostics/describe';
import type { Faults } from '../diagnostics/faults';
import type { Place } from '../diagnostics/place';
import { didYouMean } from '../diagnostics/suggestion';
import { isObject, own } from '../json';
import type { ExactJson, ExactObject } from '../json';
import type { ParameterGroup } from '../stack';
import { pythonText } from '../text/python-repr';
import { isTruthy } from '../text/truth';

/**
 * The `parameter_groups` of a template, where its version has a name for them: each parameter in one group at most
 * (https://docs.openstack.org/heat/latest/template_guide/hot_spec.html#parameter-groups-section).
 */
export function readParameterGroups(
  template: { readonly json: ExactObject; readonly place: Place },
  key: string | null,
  parameters: ReadonlySet<string>,
  faults: Faults,
): ParameterGroup[] {
  const json = key === null ? undefined : own(template.json, key);
  if (key === null || !isTruthy(json)) return [];
  const place = template.place.at(key);
  if (!Array.isArray(json)) {
    faults.add(place, `expected a list of groups, found ${describe(json ?? null)}`);
    return [];
  }
  const grouped = new Set<string>();
  return json.flatMap((item, index) => readGroup(item, place.at(index), { parameters, grouped, faults }) ?? []);
}

interface GroupReading {
  readonly parameters: ReadonlySet<string>;
  /** Parameters that are in a group already. */
  readonly grouped: Set<string>;
  readonly faults: Faults;
}

function readGroup(json: ExactJson, place: Place, reading: GroupReading): ParameterGroup | null {
  if (!isObject(json)) return reading.faults.refuse(place, `expected a map, found ${describe(json)}`);
  const members = own(json, 'parameters') ?? null;
  if (!Array.isArray(members)) {
    return reading.faults.refuse(place.at('parameters'), `expected a list of parameters, found ${describe(members)}`);
  }
  members.forEach((member, index) => checkMember(member, place.at('parameters').at(index), reading));
  const names = members.filter((member) => typeof member === 'string');
  return { label: textOf(own(json, 'label')), description: textOf(own(json, 'description')), parameters: names };
}

function checkMember(member: ExactJson, place: Place, { parameters, grouped, faults }: GroupReading): void {
  if (typeof member !== 'string' || !parameters.has(member)) {
    const nearest = (): string => (typeof member === 'string' ? didYouMean(member, parameters) : '');
    faults.add(place, () => `expected the name of a parameter, found ${describe(member)}${nearest()}`);
  } else if (grouped.has(member)) {
    faults.add(place, `the parameter \`${member}\` is in a group already`);
  } else {
    grouped.add(member);
  }
}

function textOf(json: ExactJson | undefined): string {
  return json === undefined || json === null ? '' : pythonText(json);
}
