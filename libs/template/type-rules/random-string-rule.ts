import type { Value } from '../values';
import type { TypeRule } from './type-rule';

/** `OS::Heat::RandomString`: the text has room for as many characters of each kind as are wanted. */
export const roomForMinimums: TypeRule = (context) => {
  const length = context.property('length');
  const minimums = ['character_classes', 'character_sequences'].flatMap((name) => minimumsOf(context.property(name)));
  if (typeof length !== 'number') return;
  const least = minimums.reduce((sum, minimum) => sum + minimum, 0);
  if (least > length) {
    context.report(
      'length',
      `expected a \`length\` of at least ${least}, which is what the minimums of the characters add up to`,
    );
  }
};

function minimumsOf(kinds: Value | undefined): number[] {
  if (!Array.isArray(kinds)) return [];
  return kinds.flatMap((kind) => {
    const isMap = typeof kind === 'object' && kind !== null && !Array.isArray(kind);
    const minimum = isMap ? kind['min'] : undefined;
    return typeof minimum === 'number' ? [minimum] : [];
  });
}
