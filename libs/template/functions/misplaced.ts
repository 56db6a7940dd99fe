import type { FunctionDefinition } from './function-definition';

/** A function that may not stand in conditions: using it there is a fault, not a plain map. */
export function misplaced(name: string): FunctionDefinition {
  return {
    name,
    description: 'Not to be used in conditions',
    misplaced: true,
    parse: (_, site) => site.faults.refuse(site.place, `the function \`${name}\` cannot be used in a condition`),
  };
}
