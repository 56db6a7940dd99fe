import fc from '../../../../test/support/fast-check';
import { GraphDto, GraphNodeDto } from '../dto/graph.dto';
import { toDot } from './dot';

const node = (resource_name: string, resource_type = 'OS::Heat::None'): GraphNodeDto => ({
  ...{ resource_name, resource_type },
  ...{ action: 'CREATE', status: 'COMPLETE', nested_stack_id: null },
});

/**
 * The tokens of a DOT text as Graphviz's own scanner has them (lib/cgraph/scan.l): in quotes `\"` is a quote, `\\` stays
 * as it is, and a backslash before the end of a line joins the lines. Throws at whatever is no token.
 */
function tokensOf(dot: string): string[] {
  const token = /\s+|(->|[{}[\];=]|[A-Za-z_][A-Za-z_0-9]*)|"((?:\\[^]|[^"\\])*)"/y;
  const tokens: string[] = [];
  while (token.lastIndex < dot.length) {
    const from = token.lastIndex;
    const match = token.exec(dot);
    if (!match) throw new Error(`no token at ${from}: ${dot.slice(from, from + 20)}`);
    if (match[1] !== undefined) tokens.push(match[1]);
    if (match[2] !== undefined) tokens.push(`"${match[2].replace(/\\("|\\|\n)/g, (_, c: string) => IN_QUOTES[c]!)}`);
  }
  return tokens;
}

const IN_QUOTES: Readonly<Record<string, string>> = { '"': '"', '\\': '\\\\', '\n': '' };

/** What a name is once it was read: its backslashes are doubled, so no two names become one. */
const read = (name: string): string => `"${name.replaceAll('\\', '\\\\')}`;

describe('toDot', () => {
  it('shows name, type and state of each resource, and an arrow to each that it needs', () => {
    const graph = { nodes: [node('a'), node('b')], edges: [{ from: 'b', to: 'a' }] };
    expect(toDot('stack', graph)).toBe(
      [
        'digraph "stack" {',
        '  node [shape=box];',
        '  "a" [label="a\\nOS::Heat::None\\nCREATE COMPLETE"];',
        '  "b" [label="b\\nOS::Heat::None\\nCREATE COMPLETE"];',
        '  "b" -> "a";',
        '}',
        '',
      ].join('\n'),
    );
  });

  it.each([
    ['ends with a backslash', 'a\\', '"a\\\\"', 'a\\\\'],
    ['has a quote', 'a"b', '"a\\"b"', 'a\\"b'],
    ['has a backslash before a quote', 'a\\"b', '"a\\\\\\"b"', 'a\\\\\\"b'],
    ['is a keyword', 'node', '"node"', 'node'],
    ['has an end of line', 'a\nb', '"a\nb"', 'a\\nb'],
    ['looks like HTML', '<b>&lt;', '"<b>&lt;"', '<b>&amp;lt;'],
    ['looks like an escape', '\\N', '"\\\\N"', '\\\\N'],
  ])('quotes a name that %s', (_, name, id, label) => {
    const dot = toDot('s', { nodes: [node(name)], edges: [] });
    expect(dot).toContain(`  ${id} [label="${label}\\n`);
  });

  it('is valid whatever anything is called, and says the same names', () => {
    const names = fc.string({
      unit: fc.constantFrom('a', '"', '\\', '\n', '&', '<', ';', '->', 'é', '\u2028'),
      maxLength: 8,
    });
    fc.assert(
      fc.property(names, names, names, (stack, first, second) => {
        const graph: GraphDto = { nodes: [node(first, second)], edges: [{ from: first, to: second }] };
        const [head, tail] = [tokensOf(toDot(stack, graph)).slice(0, 14), tokensOf(toDot(stack, graph)).slice(15)];
        expect(head.slice(0, 3)).toEqual(['digraph', read(stack), '{']);
        expect(head.slice(10)).toEqual([read(first), '[', 'label', '=']);
        expect(tail).toEqual([']', ';', read(first), '->', read(second), ';', '}']);
      }),
    );
  });
});
