import { pointerOf } from '../diagnostics/place';
import { equalValues } from '../equal-values';
import { isObject, own } from '../json';
import type { ExactJson, ExactObject } from '../json';
import { isKnown, isMap, UNKNOWN, withoutUnknown } from '../values';
import type { Value } from '../values';
import type { Outlook } from './look-ahead';

/** Something inside of a resource's properties that will not be as it was, or may not be. */
export interface PropertyDifference {
  /** JSON pointer into the properties. */
  readonly path: string;
  /** The property that it is, or is in; absent where nothing of the properties is known. */
  readonly property?: string;
  readonly from: ExactJson;
  /** `null` for whatever of it is not known. */
  readonly to: ExactJson;
  /** Whether what it becomes is known. */
  readonly known: boolean;
}

/**
 * How properties differ: where both are maps, by their entries; a list is one value. What is not known yet
 * counts as a difference. `null` stands for what is not there.
 */
export function propertyDifferences(before: ExactObject, after: Outlook['properties']): PropertyDifference[] {
  if (after === UNKNOWN) return [{ path: '', from: before, to: null, known: false }];
  return namesOf(before, after).flatMap((property) =>
    differences(own(before, property), own(after, property), [property]).map((found) => ({ ...found, property })),
  );
}

function differences(before: ExactJson | undefined, after: Value | undefined, steps: string[]): PropertyDifference[] {
  if (isObject(before) && isMap(after)) {
    return namesOf(before, after).flatMap((name) => differences(own(before, name), own(after, name), [...steps, name]));
  }
  const known = after === undefined || isKnown(after);
  if (known && equalValues(before, after)) return [];
  const to = after === undefined ? null : withoutUnknown(after);
  return [{ path: pointerOf(steps), from: before ?? null, to, known }];
}

function namesOf(before: object, after: object): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])];
}
