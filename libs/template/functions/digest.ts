import { kindOf, oneOf } from '../diagnostics/describe';
import type { Place } from '../diagnostics/place';
import { didYouMean } from '../diagnostics/suggestion';
import { DIGEST_NAMES, findDigest } from '../digests/algorithms';
import type { Evaluation } from '../expressions/expression';
import { isKnown, UNKNOWN } from '../values';
import type { Value } from '../values';
import { computed } from './computed';
import type { FunctionDefinition } from './function-definition';

/**
 * `digest: [algorithm, text]`, in hexadecimal digits
 * (https://docs.openstack.org/heat/latest/template_guide/hot_spec.html#digest).
 */
export const digest: FunctionDefinition = {
  name: 'digest',
  description: 'The digest of a text by an algorithm',
  parse: (argument, site) =>
    computed(site.parse(argument, site.place), (value, scope) => digestOf(value, site.place, scope)),
};

function digestOf(argument: Value, place: Place, scope: Evaluation): Value {
  if (!isKnown(argument)) return UNKNOWN;
  const [algorithm, text, ...rest] = Array.isArray(argument) ? argument : [];
  if (typeof algorithm !== 'string' || typeof text !== 'string' || rest.length > 0) {
    return scope.report(place, `expected two texts in the form [algorithm, text], found ${kindOf(argument)}`);
  }
  const find = findDigest(algorithm);
  if (find === undefined) {
    const nearest = (): string => didYouMean(algorithm, DIGEST_NAMES);
    return scope.report(place.at(0), () => `expected ${oneOf(DIGEST_NAMES)}, found \`${algorithm}\`${nearest()}`);
  }
  const bytes = latin1(text);
  if (bytes !== undefined) return hexadecimal(find(bytes));
  return scope.report(place.at(1), 'expected a text of Latin-1, which ends with the character `ÿ`');
}

/** One byte for each character; `undefined` where one has none. */
function latin1(text: string): Uint8Array | undefined {
  if (/[^\0-\xff]/.test(text)) return undefined;
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}

function hexadecimal(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
