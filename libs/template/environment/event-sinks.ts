import { describe, oneOf } from '../diagnostics/describe';
import type { Faults } from '../diagnostics/faults';
import type { Place } from '../diagnostics/place';
import { isObject, own } from '../json';
import type { ExactJson } from '../json';

/** Where Heat can send events to, and what such a sink says. */
const KEYS_OF_TYPE: ReadonlyMap<ExactJson | undefined, readonly string[]> = new Map([
  ['zaqar-queue', ['type', 'target', 'ttl']],
]);

/** Checks the form of `event_sinks`. */
export function checkEventSinks(sinks: readonly ExactJson[], place: Place, faults: Faults): void {
  sinks.forEach((sink, index) => checkSink(sink, place.at(index), faults));
}

function checkSink(sink: ExactJson, place: Place, faults: Faults): void {
  if (!isObject(sink)) {
    faults.add(place, `expected a map that describes an event sink, found ${describe(sink)}`);
    return;
  }
  const type = own(sink, 'type');
  const keys = KEYS_OF_TYPE.get(type);
  if (keys === undefined) {
    const known = oneOf([...KEYS_OF_TYPE.keys()].map(String));
    faults.add(place, `expected the \`type\` ${known}, found ${type === undefined ? 'none' : describe(type)}`);
    return;
  }
  if (!Object.hasOwn(sink, 'target')) faults.add(place, 'expected a `target`');
  for (const key of Object.keys(sink)) {
    if (!keys.includes(key)) faults.add(place.at(key), `an event sink has no key \`${key}\``);
  }
}
