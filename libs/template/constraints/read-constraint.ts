import { describe, oneOf } from '../diagnostics/describe';
import type { Faults } from '../diagnostics/faults';
import type { Place } from '../diagnostics/place';
import { didYouMean } from '../diagnostics/suggestion';
import { isObject, own } from '../json';
import type { ExactJson } from '../json';
import type { Constraint, ConstraintKind } from '../schema/constraint';
import { readRule } from './read-rule';

/** Where one item names several, Heat takes the first of this order and ignores the rest. */
const ORDER: readonly ConstraintKind[] = [
  'range',
  'length',
  'allowed_values',
  'allowed_pattern',
  'custom_constraint',
  'modulo',
];

/** Which kind of rule a constraint is. */
export function kindOfConstraint(constraint: Constraint): ConstraintKind {
  return ORDER.find((kind) => kind in constraint) ?? 'custom_constraint';
}

/** A rule, and where it is written. */
export interface PlacedConstraint {
  readonly rule: Constraint;
  readonly place: Place;
}

/** Reads the `constraints` of a parameter; `kinds` are those that the template's version has. */
export function readConstraints(
  json: ExactJson | undefined,
  place: Place,
  kinds: ReadonlySet<ConstraintKind>,
  faults: Faults,
): PlacedConstraint[] {
  if (json === undefined || json === null) return [];
  if (!Array.isArray(json)) {
    faults.add(place, `expected a list of constraints, found ${describe(json)}`);
    return [];
  }
  return json.flatMap((item, index) => {
    const rule = readConstraint(item, place.at(index), kinds, faults);
    return rule === null ? [] : [{ rule, place: place.at(index) }];
  });
}

function readConstraint(
  json: ExactJson,
  place: Place,
  kinds: ReadonlySet<ConstraintKind>,
  faults: Faults,
): Constraint | null {
  if (!isObject(json)) {
    return faults.refuse(place, `expected a map that holds a constraint, found ${describe(json)}`);
  }
  // Heat writes such where it makes a template of a type, and then refuses them itself.
  if (Object.keys(json).length === 0) return null;
  for (const key of Object.keys(json)) {
    if (key !== 'description' && !kinds.has(key as ConstraintKind)) {
      faults.add(place.at(key), `unknown constraint \`${key}\`${didYouMean(key, kinds)}`);
    }
  }
  const kind = ORDER.find((candidate) => kinds.has(candidate) && Object.hasOwn(json, candidate));
  if (kind === undefined) return faults.refuse(place, `expected one of ${oneOf([...kinds])}`);
  const rule = readRule(kind, own(json, kind) ?? null, place.at(kind), faults);
  const description = own(json, 'description');
  return rule && typeof description === 'string' ? { ...rule, description } : rule;
}
