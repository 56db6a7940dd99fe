/** Whether a character, by its code point, is one of a kind. */
export type CharTest = (code: number) => boolean;

/** What holds, or does not, between two characters. */
export type Anchor = 'start' | 'end' | 'end of line' | 'edge of word' | 'no edge of word';

/** A pattern of Python's `re`, as a tree. Groups leave no trace: nobody asks what they matched. */
export type Pattern =
  | { readonly kind: 'char'; readonly test: CharTest }
  | { readonly kind: 'sequence'; readonly parts: readonly Pattern[] }
  | { readonly kind: 'choice'; readonly branches: readonly Pattern[] }
  | { readonly kind: 'repeat'; readonly part: Pattern; readonly times: Times }
  | { readonly kind: 'anchor'; readonly anchor: Anchor }
  | { readonly kind: 'look'; readonly part: Pattern; readonly look: Look };

/** How often something may stand in a row. */
export interface Times {
  readonly min: number;
  /** May be infinite. */
  readonly max: number;
  /** As few as possible, instead of as many. */
  readonly lazy: boolean;
}

/** A look at what is before or behind a place in the text. */
export interface Look {
  /** `undefined`: at what comes; otherwise at that many characters before the place. */
  readonly back: number | undefined;
  /** Whether it must be there, or must not. */
  readonly wanted: boolean;
}

/** Why a pattern cannot be taken; caught where patterns are compiled. */
export class PatternFault extends Error {}
