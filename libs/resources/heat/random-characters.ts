import { ResourceFailure } from '../resource-failure';

/** A whole number from 0 up to, and without, `below`; each as likely as any other. */
export type Draw = (below: number) => number;

/** Characters to draw from, and how many of them there must be at least. */
export interface CharacterSource {
  readonly characters: string;
  readonly min: number;
}

/**
 * A random string in the way of Heat's: from each source as many characters as it asks for, then, up to `length`,
 * one from a source drawn anew each time; all of it shuffled. Every draw is fair, so a source is as likely as
 * another however many characters it has. Throws ResourceFailure where the minimums don't fit.
 */
export function randomCharacters(sources: readonly CharacterSource[], length: number, draw: Draw): string {
  const least = leastLength(sources);
  if (least > length) {
    throw new ResourceFailure(
      `property \`length\` is ${length}, but the classes and sequences ask for ${least} characters: ` +
        'raise `length` or lower their `min`',
    );
  }
  // Code points, so that a sequence may hold what UTF-16 writes as two units.
  const pools = sources.map((source) => ({ characters: Array.from(source.characters), min: source.min }));
  const drawn = pools.flatMap((pool) => Array.from({ length: pool.min }, () => pick(pool.characters, draw)));
  while (drawn.length < length) drawn.push(pick(pick(pools, draw).characters, draw));
  return shuffle(drawn, draw).join('');
}

/** How many characters the sources ask for together. */
export function leastLength(sources: readonly CharacterSource[]): number {
  return sources.reduce((sum, source) => sum + source.min, 0);
}

function pick<T>(choices: readonly T[], draw: Draw): T {
  const choice = choices.length === 0 ? undefined : choices[draw(choices.length)];
  if (choice === undefined) throw new ResourceFailure('a sequence of characters is empty: give it at least one');
  return choice;
}

// Fisher and Yates.
function shuffle<T>(items: readonly T[], draw: Draw): T[] {
  const left = [...items];
  return items.map(() => {
    const [item] = left.splice(draw(left.length), 1);
    return item as T;
  });
}
