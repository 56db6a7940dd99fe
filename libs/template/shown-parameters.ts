import { objectOf } from './json';
import type { ExactJson, ExactObject } from './json';
import { hiddenTexts } from './masks/hidden-texts';
import { MASK } from './masks/mask-hidden';
import { stacksInTree } from './nested/tree';
import type { PreparedParameter, PreparedStack } from './stack';

/** What answers may show: values as typed JSON, hidden ones as `******`, pseudo parameters included. */
export function shownParameters(stack: PreparedStack): ExactObject {
  const values = [...stack.parameters.values()].map(shownParameter);
  return objectOf<ExactJson>([...stack.pseudoParameters, ...values]);
}

function shownParameter({ name, hidden, value = null }: PreparedParameter): [string, ExactJson] {
  return [name, hidden ? MASK : value];
}

/**
 * The texts that must be masked wherever a reason or log line might hold them, longest first: the
 * values of hidden parameters, of nested stacks too, as they are written and as JSON, and every text inside them, also as it
 * stands in JSON: a provider's answer may be that.
 */
export function hiddenValues(stack: PreparedStack): string[] {
  const values: ExactJson[] = [];
  for (const { parameters } of stacksInTree(stack)) {
    for (const { hidden, value } of parameters.values()) if (hidden && value !== undefined) values.push(value);
  }
  return hiddenTexts(values);
}
