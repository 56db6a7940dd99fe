import { applyMutant, findMutants } from './find-mutants';

/** The changes of a text, as what is replaced and what by. */
function changesOf(text: string): string[] {
  return findMutants('some.ts', text).map(({ original, replacement }) => `${original} → ${replacement}`);
}

describe('the mutants of a source', () => {
  it.each<[string, string[]]>([
    ['a + b;', ['a + b; → ;', '+ → -']],
    ['const x = a < b;', ['< → <=', '< → >=']],
    ['const x = a === b;', ['=== → !==']],
    ['const x = a && b;', ['&& → ||', 'a && b → a', 'a && b → b']],
    ['const x = a ?? b;', ['a ?? b → a', 'a ?? b → b']],
    ['const x = !a;', ['!a → a']],
    ['const x = a?.b;', ['?. → .']],
    ['const x = a?.[b];', ['?. → ']],
    ['const x = 1_000;', ['1_000 → 1001', '1_000 → 999']],
    ['const x = 0;', ['0 → 1']],
    ['const x = true;', ['true → false']],
    ["const x = ['a', ''];", ["['a', ''] → []", "'a' → ''", "'' → 'broken'"]],
    ['const x = `a${b}`;', ["`a${b}` → ''"]],
    ['const x = /^[a-z]+\\d$/;', ['^ → ', '$ → ', '\\d → \\D', '[ → [^', '+ → *']],
    ['const x = a ? b : c;', ['a → true', 'a → false']],
    ['if (a) b();', ['a → true', 'a → false', 'b(); → ;']],
    ['while (a) break;', ['a → false', 'break; → ;']],
    ['for (const a of b) continue;', ['b → []', 'continue; → ;']],
    ['function f() { return a; }', ['a → undefined']],
    ['function f() { return; }', ['return; → ;']],
    ['const f = () => a;', ['a → undefined']],
    ['const x = a.filter(b);', ['a.filter(b) → a']],
    ['const x = a.every(b);', ['every → some']],
    ['const x = Math.min(a, b);', ['min → max']],
    ['x += a;', ['x += a; → ;', '+= → -=']],
    ['x++;', ['x++; → ;', 'x++ → x--']],
  ])('break each of its parts: %s', (text, changes) => {
    expect(changesOf(text)).toEqual(changes);
  });

  it.each([
    "import { a } from 'b';",
    "export { a } from 'b';",
    'type A = 1 | "b" | readonly string[];',
    'interface A { b: 1; c(): true }',
    'const a = b as "c";',
    'const a = { "b": c, [d]: e };',
    'function f(): undefined { return undefined; }',
  ])('leave alone what is gone when the program runs, and names: %s', (text) => {
    expect(changesOf(text)).toEqual([]);
  });

  it('say where they are, in which line and function', () => {
    const text = ['const a = 0;', 'function f() {', '  const g = () => 1;', '  return g;', '}'].join('\n');
    const found = findMutants('some.ts', text).map(({ line, column, code, within }) => ({
      line,
      column,
      code,
      within,
    }));
    expect(found).toEqual([
      { line: 1, column: 11, code: 'const a = 0;', within: undefined },
      { line: 3, column: 19, code: 'const g = () => 1;', within: 1 },
      { line: 3, column: 19, code: 'const g = () => 1;', within: 1 },
      { line: 3, column: 19, code: 'const g = () => 1;', within: 1 },
      { line: 4, column: 10, code: 'return g;', within: 0 },
    ]);
  });

  it('are the whole text with one change', () => {
    const [first] = findMutants('some.ts', 'const a = b + c;');
    expect(first && applyMutant('const a = b + c;', first)).toBe('const a = b - c;');
  });
});
