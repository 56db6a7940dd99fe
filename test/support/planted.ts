import { randomInt } from 'node:crypto';

/** None of them is in a hexadecimal number: no id and no digest has these by chance. */
const LETTERS = 'ghjkmnpqrstvwxyz';
const CORE_LETTERS = 24;

/** A text that is recognised wherever it is shown: whole or in half, as it is or encoded. */
export class Planted {
  /** Holds what JSON, URLs and XML write otherwise. */
  readonly text: string;
  private readonly needles: readonly string[];
  private readonly hexNeedles: readonly string[];

  constructor(
    readonly name: string,
    given?: string,
  ) {
    const core = given ?? Array.from({ length: CORE_LETTERS }, () => LETTERS[randomInt(LETTERS.length)]).join('');
    this.text = given ?? `"s/ü &<${core}>+?`;
    const middle = Math.floor(core.length / 2);
    const halves = [core.slice(0, middle), core.slice(middle)];
    this.needles = halves.flatMap((half) => [half, ...base64Of(half)]);
    this.hexNeedles = halves.map((half) => Buffer.from(half).toString('hex'));
  }

  isIn(text: string): boolean {
    if (this.needles.some((needle) => text.includes(needle))) return true;
    const lower = text.toLowerCase();
    return this.hexNeedles.some((needle) => lower.includes(needle));
  }
}

/** How a text may stand inside base64 or its form for URLs: it begins at the first, second or third of three bytes. */
function base64Of(text: string): string[] {
  const inside = [0, 1, 2].map((before) => {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(text)]);
    // Characters that are made of its bytes alone.
    return bytes.toString('base64').slice(Math.ceil((before * 8) / 6), Math.floor((bytes.length * 8) / 6));
  });
  return inside.flatMap((base64) => [base64, base64.replaceAll('+', '-').replaceAll('/', '_')]);
}

/** Named texts that something shows to somebody. */
export type Shown = readonly { where: string; text: string }[];

/** Which of them are to be found where, as `name in place`, each once. */
export function findingsOf(planted: readonly Planted[], shown: Shown): string[] {
  const findings = planted.flatMap((each) =>
    shown.filter(({ text }) => each.isIn(text)).map(({ where }) => `${each.name} in ${where}`),
  );
  return [...new Set(findings)];
}
