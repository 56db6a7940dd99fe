import type { Channel } from 'amqplib';
import type { RootId } from '#contracts';
import { EXCHANGES } from '#messaging';
import { randomOf, seeds } from '../support/cases';
import { itLong } from '../support/it-long';
import { KilnProcess } from '../support/kiln-process';
import { Notifying, range, sequencesOf } from '../support/notifying';
import { until } from '../support/until';

jest.setTimeout(120_000);

const FAILPOINTS = ['notifier-after-confirm', 'notifier-after-delete'];
const ROOTS = 3;
const EACH = 1_000;

describe('a notifier that is killed or stopped', () => {
  let ground: Notifying;
  let roots: RootId[];
  let subscriber: Subscriber;
  const processes: KilnProcess[] = [];

  beforeEach(async () => {
    ground = await Notifying.start();
    roots = await Promise.all(range(1, ROOTS).map((n) => ground.addRoot(n % 2)));
    subscriber = await Subscriber.open(await ground.broker.newChannel());
  });

  afterEach(async () => {
    await Promise.all(processes.splice(0).map((process) => process.kill()));
    await ground.stop();
  });

  async function start(env: Record<string, string> = {}): Promise<KilnProcess> {
    const process = await KilnProcess.start('notifier', ground.environment(env));
    processes.push(process);
    return process;
  }

  /** A batch is 500, so that there are several to die at. */
  async function tellAll(): Promise<void> {
    for (let n = 0; n < EACH; n += 100) await ground.tellInTurn(roots.map((root) => [root, 100]));
  }

  /** First seen in order and without a hole, by a subscriber and in the log; answers how many came twice. */
  async function expectEverythingTold(each: number): Promise<number> {
    await ground.told();
    await until('the last ones are heard', () => roots.every((root) => subscriber.firstSights(root).length === each));
    for (const root of roots) {
      expect(subscriber.firstSights(root)).toEqual(range(1, each));
      expect(sequencesOf((await ground.readAll(root)).events)).toEqual(range(1, each));
    }
    return subscriber.count - each * roots.length;
  }

  const passes = seeds(1, 6);

  it.each(FAILPOINTS.flatMap((name) => passes.map((pass) => `${name}:${1 + (pass % 3)}`)))(
    'at %s loses nothing, and another goes on',
    async (failpoint) => {
      await tellAll();
      const doomed = await start({ KILN_FAILPOINTS: failpoint });
      expect((await doomed.exited).signal).toBe('SIGKILL');
      await start();
      const repeats = await expectEverythingTold(EACH);
      // What was confirmed and not deleted comes again, with the same ids.
      if (failpoint.startsWith('notifier-after-confirm')) expect(repeats).toBeGreaterThan(0);
    },
  );

  it.each(seeds(1, 10))('at any time, again and again, loses nothing (seed %i)', async (seed) => {
    const random = randomOf(seed);
    await start();
    for (let round = 1; round <= 4; round++) {
      await tellAll();
      const victim = processes[processes.length - 1]!;
      await victim.ready();
      const few = random() * ROOTS * EACH;
      await until('some of it is told', async () => (await left()) < ROOTS * EACH - few);
      const heir = await start();
      await victim.kill();
      await heir.ready();
    }
    await expectEverythingTold(4 * EACH);
  });

  it('for longer than its lease loses its partitions, and is no harm when it wakes', async () => {
    const sleeper = await (await start()).ready();
    await tellAll();
    await until('some of it is told', async () => (await left()) < ROOTS * EACH);
    sleeper.signal('SIGSTOP');
    await start();
    await expectEverythingTold(EACH);
    sleeper.signal('SIGCONT');
    await tellAll();
    await expectEverythingTold(2 * EACH);
    await until('both have their share', async () => {
      const rows = await ground.database.query<{ holds: { partitions: number[] } }[]>('SELECT holds FROM workers');
      return rows.length === 2 && rows.every(({ holds }) => holds.partitions.length === 8);
    });
  });

  it('with SIGTERM ends cleanly, and another goes on at once', async () => {
    const first = await (await start()).ready();
    await tellAll();
    await until('some of it is told', async () => (await left()) < ROOTS * EACH);
    await start();
    first.signal('SIGTERM');
    expect(await first.exited).toEqual({ code: 0, signal: null });
    expect(await expectEverythingTold(EACH)).toBe(0);
  });

  itLong('with SIGTERM ends cleanly although the broker does not answer', async () => {
    const stuck = await (await start()).ready();
    await tellAll();
    await until('some of it is told', async () => (await left()) < ROOTS * EACH);
    ground.notifierProxy.freeze();
    stuck.signal('SIGTERM');
    expect(await stuck.exited).toEqual({ code: 0, signal: null });
    ground.notifierProxy.restore();
    await start();
    await expectEverythingTold(EACH);
  });

  async function left(): Promise<number> {
    return ground.count('SELECT 1 FROM outbox');
  }
});

/** Consumes everything that is told and remembers what it saw. */
class Subscriber {
  count = 0;
  private readonly seen = new Map<string, number[]>();

  static async open(channel: Channel): Promise<Subscriber> {
    const subscriber = new Subscriber();
    const { queue } = await channel.assertQueue('', { exclusive: true });
    await channel.bindQueue(queue, EXCHANGES.notifications, 'p.#');
    await channel.consume(queue, (message) => subscriber.see(String(message?.properties.messageId)), { noAck: true });
    return subscriber;
  }

  /** Sequence numbers by the consumer's rule: what is not above the last seen is ignored. */
  firstSights(root: RootId): number[] {
    return this.seen.get(root) ?? [];
  }

  private see(id: string): void {
    const [root = '', sequence] = id.split('.');
    const seen = this.seen.get(root) ?? [];
    this.seen.set(root, seen);
    this.count += 1;
    if (Number(sequence) > (seen.at(-1) ?? 0)) seen.push(Number(sequence));
  }
}
