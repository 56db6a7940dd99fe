import { instrument } from './instrument';

const instrumented = (text: string): string => instrument('some.ts', text, (position) => `hit(${position})`);

describe('an instrumented source', () => {
  it.each([
    ['function f() { return 1; }', 'function f() { hit(0); return 1; }'],
    ['const f = () => 1;', 'const f = () => (hit(0), 1);'],
    ['const f = () => () => ({});', 'const f = () => (hit(0), () => (hit(1), ({})));'],
    [
      'class A { constructor() {} get b() { return 1; } }',
      'class A { constructor() { hit(0);} get b() { hit(1); return 1; } }',
    ],
    ['function f() { while (a) { b(); } }', 'function f() { hit(0); while (a) { hit(0); b(); } }'],
    ['function f() { for (const a of b) c(); }', 'function f() { hit(0); for (const a of b) { hit(0); c(); } }'],
    [
      'function f() { for (;;) for (;;) g(() => { for (;;) h(); }); }',
      'function f() { hit(0); for (;;) { hit(0); for (;;) { hit(0); g(() => { hit(1); for (;;) { hit(1); h(); } }); } } }',
    ],
    ['declare function f(): void;', 'declare function f(): void;'],
  ])('calls at the start of each function and of each round: %s', (text, expected) => {
    expect(instrumented(text)).toBe(expected);
  });
});
