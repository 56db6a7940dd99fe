import type { PreparedStack } from '../stack';

/** A stack and all that are nested in it, as far as these are known before anything is made. */
export function* stacksInTree(stack: PreparedStack): Generator<PreparedStack> {
  yield stack;
  for (const { nested } of stack.resources.values()) {
    if (nested !== undefined) yield* stacksInTree(nested);
  }
}

/** Resources of a stack and of all that are nested in it. */
export function countResources(stack: PreparedStack): number {
  let count = 0;
  for (const { resources } of stacksInTree(stack)) count += resources.size;
  return count;
}

/** Parameters that are hidden in a stack or in any that is nested in it. */
export function hiddenNames(stack: PreparedStack): Set<string> {
  const names = new Set<string>();
  for (const { parameters } of stacksInTree(stack)) {
    for (const { name, hidden } of parameters.values()) if (hidden) names.add(name);
  }
  return names;
}
