import fc from '../../../test/support/fast-check';
import type { NodeId, ResourceId } from '#contracts';
import type { RunningStep } from '../plan';
import { planUpdate } from './plan-update';
import type { Found, UpdateNode, Verdict, WantedResource } from './plan-update';

const NAMES = Array.from({ length: 12 }, (_, index) => `r${index}`);
const VERDICTS: readonly Verdict[] = ['unchanged', 'unchanged', 'create', 'update', 'replace', 'undecided'];

/** Some of the names, each with some of those before it in an order of its own. */
const graphs = fc
  .shuffledSubarray(NAMES)
  .chain((names) =>
    fc
      .tuple(...names.map((_, index) => fc.subarray(names.slice(0, index), { maxLength: Math.min(index, 3) })))
      .map((requires) => names.map((name, index) => ({ name, requires: requires[index] ?? [] }))),
  );

const situations = fc
  .record({
    wanted: graphs,
    there: graphs,
    verdicts: fc.array(fc.constantFrom(...VERDICTS), { minLength: 12, maxLength: 12 }),
    begun: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 12, maxLength: 12 }),
    twice: fc.subarray(NAMES, { maxLength: 3 }),
    steps: fc.array(fc.constantFrom('', '', '', 'forward', 'cleanup'), { minLength: 12, maxLength: 12 }),
  })
  .map(({ wanted, there, verdicts, begun, twice, steps }) => {
    const rows = there.map(({ name, requires }, index) => ({
      ...{ id: name as ResourceId, name, requires, replaces: null, begun: (begun[index] ?? 0) > 0 },
    }));
    const second = rows
      .filter(({ name }) => twice.includes(name))
      .map((row) => ({ ...row, id: `${row.id}'` as ResourceId, replaces: row.id, begun: true }));
    const running = rows.flatMap(({ id }, index): RunningStep[] => {
      const phase = steps[index] ?? '';
      return phase === '' ? [] : [{ node: index as NodeId, resourceId: id, phase: phase }];
    });
    const found: Found = { existing: [...rows, ...second], running };
    return {
      found,
      wanted: wanted.map((item, index): WantedResource => ({
        ...item,
        verdict: verdicts[index] ?? 'unchanged',
        about: (twice.includes(item.name) ? `${item.name}'` : item.name) as ResourceId,
      })),
    };
  });

/** Runs the nodes in an order that `pick` decides, the steps that run ending at any time. */
function run({ nodes, held, crossEdges }: ReturnType<typeof planUpdate>, pick: (count: number) => number): number[] {
  const waiting = nodes.map(({ waitingFor }) => waitingFor);
  const ready = waiting.flatMap((count, position) => (count === 0 ? [position] : []));
  const steps = [...crossEdges];
  const order: number[] = [];
  const release = (position: number): void => {
    waiting[position]! -= 1;
    if (waiting[position] === 0) ready.push(position);
  };
  let isHeld = held > 0;
  for (;;) {
    if (isHeld && order.length === nodes.length - held) {
      isHeld = false;
      for (let position = nodes.length - held; position < nodes.length; position += 1) release(position);
    }
    const choices = ready.length + steps.length;
    if (choices === 0) return order;
    const choice = pick(choices);
    if (choice >= ready.length) {
      release(steps.splice(choice - ready.length, 1)[0]!.dependent);
      continue;
    }
    const [position] = ready.splice(choice, 1);
    order.push(position!);
    for (const dependent of nodes[position!]!.dependents) release(dependent);
  }
}

const picks = fc.infiniteStream(fc.nat()).map((stream) => (count: number) => stream.next().value! % count);

describe('any plan of an update', () => {
  it('does every node once, what goes forward after what it requires, and removes in the end, in reverse', () => {
    fc.assert(
      fc.property(situations, picks, ({ found, wanted }, pick) => {
        const plan = planUpdate(wanted, found);
        const order = run(plan, pick);
        expect([...order].sort((a, b) => a - b)).toEqual(plan.nodes.map((_, position) => position));
        const forward = plan.nodes.length - plan.held;
        expect(order.slice(0, forward).every((position) => position < forward)).toBe(true);
        const nameOf = (node: UpdateNode): string => nameOfNode(node, { found, wanted });
        const at = new Map(order.map((position, turn) => [position, turn]));
        plan.nodes.forEach((node, position) => {
          plan.nodes.forEach((other, otherPosition) => {
            const isForward = position < forward;
            if (isForward !== otherPosition < forward) return;
            const requires = isForward ? requiresOf(nameOf(node), wanted) : rowOf(node, found).requires;
            if (!requires.includes(nameOf(other))) return;
            const [turn, otherTurn] = [at.get(position)!, at.get(otherPosition)!];
            if (isForward) expect(otherTurn).toBeLessThan(turn);
            else expect(turn).toBeLessThan(otherTurn);
          });
        });
      }),
      { numRuns: 500 },
    );
  });

  it('keeps the order of two that change over whatever stands between them', () => {
    fc.assert(
      fc.property(situations, picks, ({ found, wanted }, pick) => {
        const plan = planUpdate(wanted, found);
        const turns = new Map(run(plan, pick).map((position, turn) => [position, turn]));
        const changing = plan.nodes.flatMap((node, position) =>
          position < plan.nodes.length - plan.held && node.task !== 'pass'
            ? [{ name: nameOfNode(node, { found, wanted }), turn: turns.get(position)! }]
            : [],
        );
        for (const one of changing) {
          const needed = ancestorsOf(one.name, wanted);
          for (const other of changing) if (needed.has(other.name)) expect(other.turn).toBeLessThan(one.turn);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('leaves one row for each wanted resource, and a task for every other row that was begun', () => {
    fc.assert(
      fc.property(situations, ({ found, wanted }) => {
        const plan = planUpdate(wanted, found);
        const rowsOf = wanted.map((_, position) => [
          ...plan.inserts.filter((insert) => insert.wanted === position),
          ...plan.kept.filter((kept) => kept.wanted === position),
        ]);
        expect(rowsOf.map((rows) => rows.length)).toEqual(wanted.map(() => 1));
        const cleaned = plan.nodes.flatMap(({ resource, task }) =>
          task === 'delete' && 'id' in resource ? [resource.id] : [],
        );
        const accounted = [...cleaned, ...plan.discard, ...plan.kept.map(({ id }) => id)].sort();
        expect(accounted).toEqual(found.existing.map(({ id }) => id).sort());
        expect(new Set(accounted).size).toBe(accounted.length);
      }),
      { numRuns: 500 },
    );
  });
});

describe('any plan of an update of what an earlier one left halfway', () => {
  const requirements = fc.array(fc.subarray(NAMES, { maxLength: 3 }), { minLength: 12, maxLength: 12 });

  it('comes to its end, whatever the rows require of each other', () => {
    fc.assert(
      fc.property(situations, requirements, picks, ({ found, wanted }, requires, pick) => {
        const existing = found.existing.map((row, index) => ({ ...row, requires: requires[index % 12]! }));
        const plan = planUpdate(wanted, { ...found, existing });
        expect(run(plan, pick)).toHaveLength(plan.nodes.length);
      }),
      { numRuns: 500 },
    );
  });
});

interface Situation {
  found: Found;
  wanted: readonly WantedResource[];
}

function nameOfNode(node: UpdateNode, { found, wanted }: Situation): string {
  return 'id' in node.resource ? rowOf(node, found).name : wanted[node.resource.wanted]!.name;
}

function rowOf({ resource }: UpdateNode, { existing }: Found): Found['existing'][number] {
  return existing.find(({ id }) => 'id' in resource && id === resource.id)!;
}

function requiresOf(name: string, wanted: readonly WantedResource[]): readonly string[] {
  return wanted.find((resource) => resource.name === name)?.requires ?? [];
}

function ancestorsOf(name: string, wanted: readonly WantedResource[]): Set<string> {
  const found = new Set<string>();
  const open = [name];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const required of requiresOf(next, wanted)) if (!found.has(required)) open.push(required);
    for (const required of requiresOf(next, wanted)) found.add(required);
  }
  return found;
}
