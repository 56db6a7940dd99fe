import type { Action, Status } from '#contracts';
import { decideChange } from './decide-change';
import type { ChangeRules, Difference, MadeState, Seen } from './decide-change';

const RULES: ChangeRules = {
  updates: true,
  isUpdateAllowed: (name) => name.startsWith('free'),
  isImmutable: (name) => name === 'frozen',
};

function decide(
  action: Action,
  status: Status,
  wanted: Partial<Difference>,
  { rules = RULES, ...more }: { rules?: ChangeRules } & Pick<MadeState, 'seen' | 'isMarked'> = {},
): string {
  const difference = { type: 'T', properties: [], metadata: false, ...wanted };
  const decision = decideChange({ type: 'T', action, status, ...more }, difference, rules);
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
    expect(decide('CREATE', 'COMPLETE', {}, { rules })).toBe('replace');
    expect(decide('CREATE', 'COMPLETE', { properties: ['free'] }, { rules })).toBe('replace free');
    expect(decide('CREATE', 'FAILED', {}, { rules })).toBe('create');
  });

  it('is a replacement where the type changes nothing in place', () => {
    const rules = { ...RULES, updates: false };
    expect(decide('CREATE', 'COMPLETE', { properties: ['free'] }, { rules })).toBe('replace free');
    expect(decide('CREATE', 'COMPLETE', { metadata: true }, { rules })).toBe('update');
    expect(decide('CREATE', 'COMPLETE', {}, { rules })).toBe('unchanged');
  });
});

describe('a change of a resource that was looked at', () => {
  const whole = (...unseen: string[]): Seen => ({ is: 'whole', unseen });

  it.each<[string, string, Partial<Difference>, Seen, string]>([
    ['nothing where it is as it is wanted', 'CREATE COMPLETE', {}, whole(), 'unchanged'],
    ['an update where it drifted and may change', 'CREATE COMPLETE', { properties: ['free'] }, whole(), 'update free'],
    ['another one where it may not', 'CREATE COMPLETE', { properties: ['name'] }, whole(), 'replace name'],
    [
      'another one, and no refusal, where what may never change did so by itself',
      'CREATE COMPLETE',
      { properties: ['frozen'], asked: [] },
      whole(),
      'replace frozen',
    ],
    [
      'a refusal where what may never change is asked to, however it is',
      'CREATE COMPLETE',
      { properties: [], asked: ['frozen'] },
      whole(),
      'refused frozen',
    ],
    ['another one where it is gone', 'UPDATE COMPLETE', {}, { is: 'gone' }, 'replace'],
    ['another one where it is broken', 'CREATE COMPLETE', {}, { is: 'broken' }, 'replace'],
    ['nothing where a failed create is well', 'CREATE FAILED', {}, whole('free'), 'unchanged'],
    [
      'an update where a failed create made it otherwise',
      'CREATE FAILED',
      { properties: ['free'] },
      whole(),
      'update free',
    ],
    ['the same make again where a failed create left nothing', 'CREATE FAILED', {}, { is: 'gone' }, 'create'],
    ['another one where a failed create left a ruin', 'CREATE FAILED', {}, { is: 'broken' }, 'replace'],
    ['nothing where a failed update is well', 'UPDATE FAILED', {}, whole('name'), 'unchanged'],
    ['the update again where it may have changed what is not seen', 'UPDATE FAILED', {}, whole('free'), 'update'],
    ['another one where it is gone since an update failed', 'UPDATE FAILED', {}, { is: 'gone' }, 'replace'],
    ['nothing where a failed check finds it well now', 'CHECK FAILED', {}, whole('free'), 'unchanged'],
    ['what it is for other types, whatever was seen', 'CREATE COMPLETE', { type: 'U' }, whole(), 'replace'],
  ])('is %s', (_, ...[state, wanted, seen, expected]) => {
    const [action, status] = state.split(' ') as [Action, Status];
    expect(decide(action, status, wanted, { seen })).toBe(expected);
  });

  it('is an update where a check failed and nobody looked', () => {
    expect(decide('CHECK', 'FAILED', {})).toBe('update');
    expect(decide('CHECK', 'COMPLETE', {})).toBe('unchanged');
  });

  it('is another one where it is marked, however well it is', () => {
    expect(decide('CHECK', 'FAILED', {}, { isMarked: true })).toBe('replace');
    expect(decide('CREATE', 'COMPLETE', {}, { isMarked: true, seen: whole() })).toBe('replace');
    expect(decide('CREATE', 'FAILED', {}, { isMarked: true })).toBe('replace');
  });
});
