import type { NodeId, ResourceId } from '#contracts';
import { arrowGraph } from '../arrow-graph';
import type { RunningStep } from '../plan';
import type { Incarnation } from './incarnations';
import { planUpdate } from './plan-update';
import type { UpdatePlan, Verdict } from './plan-update';

/** Wanted resources of a graph; what has no verdict is unchanged. All of it is about the row of that name. */
function wanted(text: string, verdicts: Record<string, Verdict> = {}): Parameters<typeof planUpdate>[0] {
  return arrowGraph(text).map((item) => ({
    ...item,
    verdict: verdicts[item.name] ?? 'unchanged',
    about: idOf(item.name),
  }));
}

/** Rows named as their resources; `old > new` is a row `new` that replaces the row `old`, of the resource `old`. */
function existing(text: string, ...replacements: [id: string, name: string, replaces: string][]): Incarnation[] {
  const rows = arrowGraph(text).map((item) => ({ ...item, id: idOf(item.name), begun: true, replaces: null }));
  const replacing = replacements.map(([id, name, replaces]) => ({
    ...{ id: idOf(id), name, begun: true, replaces: idOf(replaces) },
    requires: rows.find((row) => row.name === name)?.requires ?? [],
  }));
  return [...rows, ...replacing];
}

const idOf = (id: string): ResourceId => id as ResourceId;
const running = (id: string, phase: RunningStep['phase']): RunningStep => ({
  node: 7 as NodeId,
  resourceId: idOf(id),
  phase,
});

/** Each node as `task resource`, with those that it waits for; `+` is a step that runs, `*` that all has gone forward. */
function shown(plan: UpdatePlan, names: readonly { name: string }[]): string[] {
  const labels = plan.nodes.map(({ task, resource }) =>
    'id' in resource ? `${task} ${resource.id}` : `${task} new ${names[resource.wanted]!.name}`,
  );
  return plan.nodes.map(({ waitingFor }, position) => {
    const waits = plan.nodes.flatMap(({ dependents }, other) =>
      dependents.includes(position) ? [labels[other]!] : [],
    );
    const steps = plan.crossEdges.filter(({ dependent }) => dependent === position).length;
    const isHeld = position >= plan.nodes.length - plan.held;
    const all = [...waits.sort(), ...(steps > 0 ? ['+'] : []), ...(isHeld ? ['*'] : [])];
    expect(waitingFor).toBe(waits.length + steps + (isHeld ? 1 : 0));
    return all.length === 0 ? labels[position]! : `${labels[position]!} after ${all.join(', ')}`;
  });
}

function plan(want: ReturnType<typeof wanted>, there: Incarnation[], steps: RunningStep[] = []): string[] {
  return shown(planUpdate(want, { existing: there, running: steps }), want);
}

describe('planning an update', () => {
  it('does nothing where nothing changes', () => {
    const made = planUpdate(wanted('b -> a'), { existing: existing('b -> a'), running: [] });
    expect(made).toMatchObject({ nodes: [], held: 0, discard: [], inserts: [] });
    expect(made.kept.map(({ id, unchanged }) => [id, unchanged])).toEqual([
      ['b', true],
      ['a', true],
    ]);
  });

  it('makes what is new after what it requires, and leaves alone what is not concerned', () => {
    expect(plan(wanted('c -> b, b -> a, d'), existing('b -> a, d'))).toEqual(['create new c']);
    expect(plan(wanted('c -> b, b -> a'), existing('a'))).toEqual(['create new c after create new b', 'create new b']);
  });

  it('removes what is no longer wanted when all else has ended well, what needs others first', () => {
    expect(plan(wanted('n, a'), existing('a, c -> b'))).toEqual([
      'create new n',
      'delete c after *',
      'delete b after delete c, *',
    ]);
  });

  it('changes in place after what it requires, and before what requires it', () => {
    const verdicts = { a: 'update', b: 'undecided' } as const;
    expect(plan(wanted('b -> a', verdicts), existing('b -> a'))).toEqual([
      'decide b after update a',
      'update a',
      'delete-replaced b after *',
    ]);
  });

  it('puts a new one beside what is replaced, and removes the old one in the end', () => {
    const want = wanted('b -> a', { a: 'replace', b: 'undecided' });
    const made = planUpdate(want, { existing: existing('b -> a'), running: [] });
    expect(shown(made, want)).toEqual([
      'decide b after create new a',
      'create new a',
      'delete-replaced b after *',
      'delete a after delete-replaced b, *',
    ]);
    expect(made.inserts).toEqual([{ wanted: 1, replaces: 'a' }]);
    expect(made.kept).toEqual([{ id: 'b', wanted: 0, unchanged: false }]);
  });

  it('keeps the order over what is unchanged between two that change', () => {
    const verdicts = { a: 'update', c: 'update' } as const;
    expect(plan(wanted('d -> c, c -> b, b -> a', verdicts), existing('d -> c, c -> b, b -> a'))).toEqual([
      'update c after pass b',
      'pass b after update a',
      'update a',
    ]);
  });

  it('makes again what was begun and failed, on the row that there is', () => {
    expect(plan(wanted('a', { a: 'create' }), existing('a'))).toEqual(['create a']);
  });

  it('makes anew what was never begun', () => {
    const rows = existing('a').map((row) => ({ ...row, begun: false }));
    const made = planUpdate(wanted('a'), { existing: rows, running: [] });
    expect(shown(made, wanted('a'))).toEqual(['create new a']);
    expect(made).toMatchObject({ discard: ['a'], inserts: [{ wanted: 0, replaces: null }] });
  });

  it('takes the newest of several incarnations for the one that counts, and removes the others', () => {
    const rows = existing('a', ['a2', 'a', 'a'], ['a3', 'a', 'a2']);
    const about = (verdict: Verdict): ReturnType<typeof wanted> => [
      { name: 'a', requires: [], verdict, about: idOf('a3') },
    ];
    expect(plan(about('unchanged'), rows)).toEqual(['delete a after *', 'delete a2 after *']);
    expect(plan(about('update'), rows)).toEqual(['update a3', 'delete a after *', 'delete a2 after *']);
    // What is known of an older one says nothing.
    expect(plan(wanted('a', { a: 'create' }), rows)[0]).toBe('decide a3');
  });

  it('has an older incarnation take its place again, and removes the newer one', () => {
    const rows = existing('b -> a', ['a2', 'a', 'a']);
    const want = wanted('b -> a').map((resource) =>
      resource.name === 'a' ? { ...resource, restored: idOf('a') } : resource,
    );
    const made = planUpdate(want, { existing: rows, running: [] });
    expect(shown(made, want)).toEqual(['delete a2 after *']);
    expect(made.restored).toEqual([{ id: 'a', replaces: 'a2' }]);
  });

  it('has it do so also while a step runs on the newer one, but not while one runs on itself', () => {
    const rows = existing('b -> a', ['a2', 'a', 'a']);
    const want = wanted('b -> a').map((resource) =>
      resource.name === 'a' ? { ...resource, restored: idOf('a') } : resource,
    );
    const newer = planUpdate(want, { existing: rows, running: [running('a2', 'forward')] });
    expect(newer.restored).toEqual([{ id: 'a', replaces: 'a2' }]);
    expect(shown(newer, want)).toEqual(['delete a2 after +, *']);
    const itself = planUpdate(want, { existing: rows, running: [running('a', 'cleanup')] });
    expect(itself.restored).toEqual([]);
    expect(shown(itself, want)).toEqual(['decide a2', 'delete a after +, *', 'delete-replaced a2 after *']);
  });

  it('waits for a step that runs, and decides only then', () => {
    expect(plan(wanted('b -> a'), existing('b -> a'), [running('a', 'forward')])).toEqual([
      'decide a after +',
      'delete-replaced a after *',
    ]);
    expect(plan(wanted('a', { a: 'replace' }), existing('a'), [running('a', 'forward')])[0]).toBe('decide a after +');
  });

  it('takes the place of what is being removed after that', () => {
    const want = wanted('a');
    const made = planUpdate(want, { existing: existing('a'), running: [running('a', 'cleanup')] });
    expect(shown(made, want)).toEqual(['create new a after +', 'delete a after +, *']);
    expect(made.inserts).toEqual([{ wanted: 0, replaces: 'a' }]);
  });

  it('waits with the removal of what is not wanted for a step that runs on it', () => {
    expect(plan(wanted(''), existing('a'), [running('a', 'forward')])).toEqual(['delete a after +, *']);
  });

  it('turns dependencies round', () => {
    const verdicts = { a: 'update', b: 'update' } as const;
    expect(plan(wanted('a -> b', verdicts), existing('b -> a'))).toEqual(['update a after update b', 'update b']);
  });
});
