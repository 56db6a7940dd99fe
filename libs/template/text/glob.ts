/**
 * Whether a text matches a pattern in which `*` is any run of characters and `?` any one. Takes at most
 * the product of both lengths, whatever the pattern.
 */
export function matchesGlob(pattern: string, text: string): boolean {
  let [at, position] = [0, 0];
  /** Where to go on after the last star, and what it has taken so far. */
  let [star, taken] = [-1, 0];
  while (position < text.length) {
    if (pattern[at] === '*') {
      [star, taken] = [at, position];
      at += 1;
    } else if (pattern[at] === '?' || pattern[at] === text[position]) {
      at += 1;
      position += 1;
    } else if (star !== -1) {
      taken += 1;
      [at, position] = [star + 1, taken];
    } else {
      return false;
    }
  }
  return /^\**$/.test(pattern.slice(at));
}

/** Whether a name is a pattern at all. */
export function isGlob(name: string): boolean {
  return /[*?]/.test(name);
}
