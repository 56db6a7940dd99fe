import { isObject } from '../json';
import type { ExactJson, ExactObject } from '../json';
import { DEFAULT_LIMITS } from '../limits';
import { readSource } from '../reader/read-source';

/** A template or an environment, given as a map or as a text of one; `undefined` where it is anything else. */
export function readDocument(source: ExactJson): ExactObject | undefined {
  const reading = readSource(source, 'json or yaml', DEFAULT_LIMITS);
  return reading.ok && isObject(reading.document.value) ? reading.document.value : undefined;
}
