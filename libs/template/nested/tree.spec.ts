import { fakeOptions } from '../fixtures/fake-types';
import { prepareStack } from '../prepare-stack';
import { hiddenValues } from '../shown-parameters';
import type { PreparedStack } from '../stack';
import { countResources, hiddenNames, stacksInTree } from './tree';

const VERSION = { heat_template_version: '2021-04-16' };
const NONE = { type: 'Fake::None' };

function tree(): PreparedStack {
  const leaf = {
    ...VERSION,
    parameters: {
      deep: { type: 'string', hidden: true, default: 'hunter2' },
      shown: { type: 'string', default: 'plain' },
    },
    resources: { x: NONE, y: NONE },
  };
  const middle = { ...VERSION, resources: { l: { type: 'leaf.yaml' }, z: NONE } };
  const template = {
    ...VERSION,
    parameters: { top: { type: 'string', hidden: true, default: 'swordfish' } },
    resources: { m: { type: 'middle.yaml' }, n: { type: 'leaf.yaml' }, o: NONE },
  };
  const outcome = prepareStack({ template, files: { 'leaf.yaml': leaf, 'middle.yaml': middle } }, fakeOptions);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics));
  return outcome.value;
}

describe('a stack with others nested in it', () => {
  it('is told with all of these, those outside before those inside', () => {
    expect([...stacksInTree(tree())].map(({ resources }) => [...resources.keys()].join(''))).toEqual([
      'mno',
      'lz',
      'xy',
      'xy',
    ]);
  });

  it('has all their resources', () => {
    expect(countResources(tree())).toBe(9);
  });

  it('hides what any of them hides', () => {
    expect([...hiddenNames(tree())].sort()).toEqual(['deep', 'top']);
    expect(hiddenValues(tree())).toEqual(expect.arrayContaining(['hunter2', 'swordfish']));
    expect(hiddenValues(tree())).not.toContain('plain');
  });
});
