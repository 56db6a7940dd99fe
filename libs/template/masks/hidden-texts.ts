import { isCollection } from '../json';
import type { ExactJson } from '../json';
import { pythonJson } from '../text/python-json';
import { pythonText } from '../text/python-repr';

/** Shorter texts stand in so many others that masking them would make nonsense of a log. */
export const SHORTEST_MASKED = 3;

/**
 * The texts that must be masked wherever values may have gone, longest first: the values as they are written and as
 * JSON, and every text inside them, also as it stands in JSON, in a URL, and in base64: a provider may tell of the call
 * that failed.
 */
export function hiddenTexts(values: Iterable<ExactJson>): string[] {
  const texts = new HiddenTexts();
  for (const value of values) texts.add(value);
  const masked = new Set([...texts.found].filter((text) => text.length >= SHORTEST_MASKED).flatMap(formsOf));
  return [...masked].sort((a, b) => b.length - a.length);
}

function formsOf(text: string): string[] {
  // What is no Unicode has no bytes, and thus none of the other forms.
  if (/\p{Surrogate}/u.test(text)) return [text];
  const inPath = encodeURIComponent(text);
  const inForm = new URLSearchParams([['', text]]).toString().slice(1);
  const base64 = base64Of(text);
  return [text, inPath, inForm, base64, base64.replaceAll('+', '-').replaceAll('/', '_')];
}

/** Without what pads it: that need not be there. */
function base64Of(text: string): string {
  const bytes = Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte));
  return btoa(bytes.join('')).replace(/=+$/, '');
}

/** So many characters of lists and maps are masked as a whole; beyond that, only every text inside them is. */
const MOST_OF_COLLECTIONS = 1_048_576;

class HiddenTexts {
  readonly found = new Set<string>();
  private left = MOST_OF_COLLECTIONS;

  add(value: ExactJson): void {
    if (typeof value === 'boolean' || value === null) return;
    // Each level of a collection holds all that is further inside.
    if (!isCollection(value) || this.left > 0) this.addForms(value);
    if (!isCollection(value)) return;
    for (const child of Object.values(value)) this.add(child);
  }

  private addForms(value: Exclude<ExactJson, boolean | null>): void {
    const forms = [pythonText(value)];
    for (const json of [pythonJson(value), JSON.stringify(value)]) {
      forms.push(typeof value === 'string' ? json.slice(1, -1) : json);
    }
    for (const form of forms) {
      this.found.add(form);
      if (isCollection(value)) this.left -= form.length;
    }
  }
}
