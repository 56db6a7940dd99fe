import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runInNewContext } from 'node:vm';
import { dataFiles } from './data-files';

const FACTS = {
  type: 'OS::Nova::Server',
  support_status: { status: 'SUPPORTED', version: '2014.1' },
  properties: {
    name: { type: 'String', constraints: [{ range: { min: 1 } }, { allowed_pattern: "it's \\d" }] },
    ports: {
      type: 'List',
      constraints: [{ range: { max: 3 } }],
      schema: { '*': { type: 'Integer', constraints: [{ range: { max: 9 } }] } },
    },
  },
  attributes: { href: {}, show: { type: 'Map', cache: 'cache_none' } },
  takes_signal: true,
  is_stack: false,
  handles: ['create', 'snapshot'],
  entity: 'servers',
};

/** The facts that a file of the folder holds, by type. */
function readBack(text: string | undefined): Record<string, unknown> {
  const body = text?.slice(text.indexOf('{'), text.lastIndexOf('}') + 1) ?? '';
  const texts = runInNewContext(`(${body})`) as Record<string, string>;
  return Object.fromEntries(Object.entries(texts).map(([type, facts]) => [type, JSON.parse(facts) as unknown]));
}

describe('the files of facts about Heat’s types', () => {
  it('hold what Kiln has use for, with the lengths of texts and lists called so', () => {
    const files = dataFiles(`${JSON.stringify(FACTS)}\n`);
    expect([...files.keys()]).toEqual(['os-nova.ts', 'index.ts']);
    expect(readBack(files.get('os-nova.ts'))).toEqual({
      'OS::Nova::Server': {
        type: 'OS::Nova::Server',
        support_status: FACTS.support_status,
        snapshots: true,
        properties: {
          name: { type: 'String', constraints: [{ length: { min: 1 } }, { allowed_pattern: "it's \\d" }] },
          ports: {
            type: 'List',
            constraints: [{ length: { max: 3 } }],
            schema: { '*': { type: 'Integer', constraints: [{ range: { max: 9 } }] } },
          },
        },
        attributes: { href: { type: 'Any' }, show: { type: 'Map' } },
      },
    });
  });

  it('are the same whatever the order of the lines', () => {
    const lines = ['OS::B::Two', 'OS::A::One', 'OS::B::One', 'AWS::A::One'].map((type) =>
      JSON.stringify({ ...FACTS, type }),
    );
    const files = dataFiles(lines.join('\n'));
    expect(files).toEqual(dataFiles(lines.toReversed().join('\n')));
    expect([...files.keys()]).toEqual(['aws-a.ts', 'os-a.ts', 'os-b.ts', 'index.ts']);
    expect(Object.keys(readBack(files.get('os-b.ts')))).toEqual(['OS::B::One', 'OS::B::Two']);
    expect(files.get('index.ts')).toContain("import { osB } from './os-b';");
  });

  const source = resolve('../shared/resource-types.jsonl');
  (existsSync(source) ? it : it.skip)('are those of the data folder', () => {
    const folder = join(__dirname, '../data');
    const files = dataFiles(readFileSync(source, 'utf8'));
    expect(readdirSync(folder).sort()).toEqual([...files.keys()].sort());
    const stale = [...files].filter(([name, text]) => readFileSync(join(folder, name), 'utf8') !== text);
    expect(stale.map(([name]) => name)).toEqual([]);
  });
});
