/** Codes of the characters that YAML 1.1 treats in a way of their own. `NaN` is the end of the text. */
export const TAB = 0x09;
export const LINE_FEED = 0x0a;
export const CARRIAGE_RETURN = 0x0d;
export const SPACE = 0x20;
export const HASH = 0x23;
const NEXT_LINE = 0x85;
const LINE_SEPARATOR = 0x2028;
const PARAGRAPH_SEPARATOR = 0x2029;

/** YAML 1.1 knows more line breaks than 1.2 does. */
export function isBreak(code: number): boolean {
  if (code < SPACE) return code === LINE_FEED || code === CARRIAGE_RETURN;
  return code === NEXT_LINE || code === LINE_SEPARATOR || code === PARAGRAPH_SEPARATOR;
}

export function isEnd(code: number): boolean {
  return Number.isNaN(code);
}

export function isBreakOrEnd(code: number): boolean {
  return isBreak(code) || isEnd(code);
}

export function isSpace(code: number): boolean {
  return code === SPACE;
}

export function isBlank(code: number): boolean {
  return code === SPACE || code === TAB;
}

/** What may stand behind an indicator such as `-` or `:`. */
export function isBlankOrEnd(code: number): boolean {
  return isBlank(code) || isBreakOrEnd(code);
}

/** Letters, digits, `-` and `_`, of which names of anchors, tags and directives are made. */
export function isNameCharacter(code: number): boolean {
  return /[\w-]/.test(String.fromCharCode(code));
}
