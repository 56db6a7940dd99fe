import type { RuleContext, TypeRule } from './type-rule';

/** Groups that are scaled: the sizes between which the group stays, and the one that is wanted, go together. */
export function capacityWithin(least: string, most: string, wanted: string): TypeRule {
  return (context) => {
    const min = numberOf(context, least);
    const max = numberOf(context, most);
    const desired = numberOf(context, wanted);
    if (isBelow(min, 0)) context.report(least, 'a group cannot be smaller than nothing');
    if (isBelow(max, min)) context.report(most, `expected at least as much as \`${least}\``);
    else if (isBelow(desired, min) || isBelow(max, desired)) {
      context.report(wanted, `expected a size between \`${least}\` and \`${most}\``);
    }
  };
}

function numberOf(context: RuleContext, name: string): number | undefined {
  const value = context.property(name);
  return typeof value === 'number' ? value : undefined;
}

/** As far as both are known. */
function isBelow(size: number | undefined, other: number | undefined): boolean {
  return size !== undefined && other !== undefined && size < other;
}
