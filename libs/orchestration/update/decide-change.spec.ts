import type { Action, Status } from '#contracts';
import { decideChange } from './decide-change';
import type { ChangeRules, Difference } from './decide-change';

const RULES: ChangeRules = {
  updates: true,
  isUpdateAllowed: (name) => name.startsWith('free'),
  isImmutable: (name) => name === 'frozen',
};

function decide(action: Action, status: Status, wanted: Partial<Difference>, rules = RULES): string {
  const difference = { type: 'T', properties: [], metadata: false, ...wanted };
  const decision = decideChange({ type: 'T', action, status }, difference, rules);
  return [decision.change, ...('properties' in decision ? decision.properties : [])].join(' ');
}

describe('a change of a resource', () => {
  it.each<[string, string, Partial<Difference>, string]>([
    ['nothing for what is the same', 'CREATE COMPLETE', {}, 'unchanged'],
    ['nothing for what is the same after an update', 'UPDATE COMPLETE', {}, 'unchanged'],
    ['an update for new metadata', 'CREATE COMPLETE', { metadata: true }, 'update'],
    [
      'an update where all that differs may change',
      'CREATE COMPLETE',
      { properties: ['free1', 'free2'] },
      'update free1 free2',
    ],
    ['a replacement where one may not', 'CREATE COMPLETE', { properties: ['free', 'name'] }, 'replace free name'],
    ['a replacement by another type', 'CREATE COMPLETE', { type: 'U' }, 'replace'],
    ['a refusal where one may never change', 'CREATE COMPLETE', { properties: ['free', 'frozen'] }, 'refused frozen'],
    [
      'a replacement where even what may never change is another type’s',
      'CREATE COMPLETE',
      { type: 'U', properties: ['frozen'] },
      'replace frozen',
    ],
    ['the make that was never begun', 'INIT COMPLETE', { properties: null }, 'create'],
    ['the same make again after a failure', 'CREATE FAILED', {}, 'create'],
    ['the same make again, whatever the metadata', 'CREATE FAILED', { metadata: true }, 'create'],
    ['the same make again after nobody knows what', 'CREATE IN_PROGRESS', {}, 'create'],
    [
      'another one where the failed make had other properties',
      'CREATE FAILED',
      { properties: ['free'] },
      'replace free',
    ],
    ['another one where nobody knows how it was to be made', 'CREATE IN_PROGRESS', { properties: null }, 'replace'],
    ['the update again where the last one failed', 'UPDATE FAILED', {}, 'update'],
    [
      'the update again where nobody knows how the last one ended',
      'UPDATE IN_PROGRESS',
      { properties: ['free'] },
      'update free',
    ],
    [
      'a replacement after a failed update of what may not change',
      'UPDATE FAILED',
      { properties: ['name'] },
      'replace name',
    ],
    ['a new one for what was to be deleted', 'DELETE FAILED', {}, 'replace'],
  ])('is %s', (_, state, wanted, expected) => {
    const [action, status] = state.split(' ') as [Action, Status];
    expect(decide(action, status, wanted)).toBe(expected);
  });

  it('is a replacement of all that is whole where the type is renewed, and of what never was, none', () => {
    const rules = { ...RULES, renewed: true };
    expect(decide('CREATE', 'COMPLETE', {}, rules)).toBe('replace');
    expect(decide('CREATE', 'COMPLETE', { properties: ['free'] }, rules)).toBe('replace free');
    expect(decide('CREATE', 'FAILED', {}, rules)).toBe('create');
  });

  it('is a replacement where the type changes nothing in place', () => {
    const rules = { ...RULES, updates: false };
    expect(decide('CREATE', 'COMPLETE', { properties: ['free'] }, rules)).toBe('replace free');
    expect(decide('CREATE', 'COMPLETE', { metadata: true }, rules)).toBe('update');
    expect(decide('CREATE', 'COMPLETE', {}, rules)).toBe('unchanged');
  });
});
