import { UNKNOWN } from '../values';
import type { TypeRule } from './type-rule';

/** Scaling policies: a least step makes sense where the adjustment is a percentage. */
export function stepOfPercentage(step: string, kind: string, percentage: string): TypeRule {
  return (context) => {
    const [given, type] = [context.property(step), context.property(kind)];
    if (given === undefined || given === null || type === UNKNOWN || type === percentage) return;
    context.report(step, `makes sense only where \`${kind}\` is \`${percentage}\``);
  };
}
