const ID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const TIME = String.raw`\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z`;
const PLACES = new RegExp(`(?<lines>^…$)|(?<text>…)|(?<id>${ID})|(?<time>${TIME})`, 'gm');

/**
 * Compares texts that a page shows with what they were this time. An id that is shown stands for another one, on the
 * whole page for the same, and no two for one. A time stands for any; `…` for any text of one line, alone on its line for
 * any lines.
 */
export class ShownTexts {
  private readonly actualIds = new Map<string, string>();

  /** Whether the text is as shown; notes what ids stand for where it is. */
  match(shown: string, actual: string): boolean {
    const { pattern, newIds } = this.read(shown);
    const found = new RegExp(`^${pattern}$`).exec(actual);
    if (found === null) return false;
    const ids = found.slice(1);
    const taken = [...this.actualIds.values(), ...ids];
    if (new Set(taken).size < taken.length) return false;
    for (const [index, id] of newIds.entries()) this.actualIds.set(id, ids[index]!);
    return true;
  }

  /** The pattern of what is shown, with a group for each id that is shown for the first time. */
  private read(shown: string): { pattern: string; newIds: string[] } {
    const newIds: string[] = [];
    let pattern = '';
    let end = 0;
    for (const { 0: place, index, groups = {} } of shown.matchAll(PLACES)) {
      pattern += literally(shown.slice(end, index));
      if (groups['id'] !== undefined) pattern += this.patternOf(place, newIds);
      else if (groups['time'] !== undefined) pattern += TIME;
      else pattern += groups['lines'] === undefined ? '.*' : '[^]*';
      end = index + place.length;
    }
    return { pattern: pattern + literally(shown.slice(end)), newIds };
  }

  private patternOf(id: string, newIds: string[]): string {
    const actual = this.actualIds.get(id);
    if (actual !== undefined) return actual;
    if (newIds.includes(id)) return `\\${newIds.indexOf(id) + 1}(?!\\d)`;
    newIds.push(id);
    return `(${ID})`;
  }
}

function literally(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
}
