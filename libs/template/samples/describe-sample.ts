import type { Constraint } from '../schema/constraint';

/** What the schema says of a property or attribute, and what no constraint of a sample can say, under the key. */
export function describeSample<Key extends string>(
  key: Key,
  { description, constraints = [] }: { readonly description?: string; readonly constraints?: readonly Constraint[] },
): Partial<Record<Key, string>> {
  const custom = constraints.flatMap((constraint) =>
    'custom_constraint' in constraint ? [`Must be a ${constraint.custom_constraint}.`] : [],
  );
  const text = [...(description === undefined ? [] : [description]), ...custom].join(' ');
  return text === '' ? {} : ({ [key]: text } as Record<Key, string>);
}
