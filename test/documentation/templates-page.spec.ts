import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Json } from '#contracts';
import { loadResourceTypes } from '#resources';
import type { TypeRegistry } from '#resources';
import { prepareStack, probe } from '#template';
import type { ExactObject } from '#template';
import { functionOf, readWorld, runExample } from './examples';
import { readBlocks, valueOf } from './page-blocks';
import { functionNames, withTables } from './version-tables';

const PAGE = readFileSync(join(__dirname, '../../docs/templates.md'), 'utf8');
const BLOCKS = readBlocks(PAGE).filter(({ language }) => language === 'yaml');
const PSEUDO = { stackName: 's', stackId: 's', projectId: 'p' };

const blocksOf = (kind: string): [string, ExactObject][] =>
  BLOCKS.filter((block) => block.kind === kind).map((block) => [
    `${block.heading}, line ${block.line}`,
    valueOf(block),
  ]);

describe('the page on templates', () => {
  let types: TypeRegistry;
  beforeAll(async () => {
    types = await loadResourceTypes([]);
  });

  it('has the versions and functions that there are', () => {
    expect(PAGE).toBe(withTables(PAGE));
  });

  it('has an example of every function of every version, under its name', () => {
    const shown = BLOCKS.filter(({ kind }) => kind === 'example').map((block) => {
      const name = functionOf(valueOf(block));
      return block.heading === `\`${name}\`` ? name : undefined;
    });
    expect(functionNames().filter((name) => !shown.includes(name))).toEqual([]);
  });

  it.each(blocksOf('example'))('is right about the example of %s', (_, example) => {
    const { becomes, fault } = example;
    const expected = fault === undefined ? { becomes } : { fault };
    expect(runExample(example, readWorld(BLOCKS, types))).toEqual(expected);
  });

  it.each(blocksOf('parameter'))('is right about the parameter of %s', (_, { schema, given, becomes, fault }) => {
    const template = { heat_template_version: '2021-04-16', parameters: { p: schema as Json } };
    const prepared = prepareStack({ template, parameters: { p: given as Json } }, { types, pseudo: PSEUDO });
    const value = prepared.ok ? prepared.value.parameters.get('p')?.value : undefined;
    const said = prepared.ok ? undefined : prepared.diagnostics.map(({ detail }) => detail).join('; ');
    expect({ becomes: value, fault: said }).toEqual({ becomes, fault });
  });

  it.each(blocksOf('template'))('shows a template that is right under %s', (_, template) => {
    const prepared = prepareStack({ template }, { types, pseudo: PSEUDO });
    expect(prepared.ok ? [] : prepared.diagnostics).toEqual([]);
  });

  it.each(BLOCKS.filter(({ kind }) => kind === 'environment'))(
    'shows an environment that is right under $heading',
    ({ text }) => {
      expect(probe.probeEnvironmentText(text)).toMatchObject({ ok: true });
    },
  );

  it('tests every block of YAML that it has', () => {
    const tested = ['example', 'parameter', 'template', 'environment', 'stack', 'cfn-stack', 'resources', 'parent'];
    expect(BLOCKS.filter(({ kind }) => !tested.includes(kind))).toEqual([]);
  });
});
