import { randomBytes } from 'node:crypto';
import { isLong } from '../support/cases';
import { server, template } from '../support/cloud-templates';
import { CLOUD_TYPES } from '../support/cloud-types';
import { rotateKeys, startRotation } from '../support/rotate-keys';
import { until } from '../support/until';
import { useCloud } from '../support/use-cloud';
import { useKiln } from '../support/use-kiln';
import { expectEveryChangeTold } from '../support/whole';

const [OLD, NEW] = [randomBytes(32).toString('base64'), randomBytes(32).toString('base64')];
const STACKS = isLong ? 12 : 4;
const SERVERS = 12;
const UPDATES = isLong ? 6 : 2;
/** Looks at many stacks, more often than this, would keep the cloud, which is in the same process, from answering in time. */
const LOOK_EVERY_MS = 100;

jest.setTimeout(240_000);

describe('keys that are rotated beside live engines', () => {
  const kiln = useKiln({ engines: 2, env: { ...CLOUD_TYPES, KILN_SECRET_KEY: `${OLD},${NEW}` } });
  const cloud = useCloud();

  /** Servers in a row; what the first one's attribute says goes into the outputs. */
  function generation(number: number): Record<string, unknown> {
    const resources = Array.from({ length: SERVERS }, (_, index) => {
      const rest = index % 4 === 0 ? {} : { depends_on: `r${index - 1}` };
      const made = server(cloud.url, { delayMs: 2, rest });
      return [`r${index}`, { ...made, properties: { ...(made['properties'] as object), size: `size-${number}` } }];
    });
    const outputs = { size: { value: `size-${number}` } };
    return { ...template(Object.fromEntries(resources) as Record<string, unknown>), outputs };
  }

  async function live(name: string): Promise<string> {
    const id = await kiln.api.create(name, generation(0));
    expect(await settled(id)).toMatchObject({ action: 'CREATE', status: 'COMPLETE' });
    for (let number = 1; number <= UPDATES; number += 1) {
      const answer = await kiln.api.request('PUT', `/v2/stacks/${id}`, { template: generation(number) });
      expect(answer.status).toBe(202);
      expect(await settled(id)).toMatchObject({ action: 'UPDATE', status: 'COMPLETE' });
    }
    return id;
  }

  async function settled(id: string): ReturnType<typeof kiln.api.settled> {
    return kiln.api.settled(id, 60_000, LOOK_EVERY_MS).catch((error: unknown) => {
      throw new Error(kiln.output(), { cause: error });
    });
  }

  /** Rotates again and again, and kills every second rotation once it is at work; answers how many came to an end. */
  async function rotateWhile(isLiving: () => boolean): Promise<number> {
    let ended = 0;
    for (let turn = 0; isLiving(); turn += 1) {
      const rotation = startRotation(kiln.databaseUrl, `${NEW},${OLD}`);
      if (turn % 2 === 1) {
        await until('it is at work', async () => (await sessions()) > 0 || rotation.child.exitCode !== null);
        rotation.child.kill('SIGKILL');
      }
      const { code, stderr } = await rotation.ended;
      if (turn % 2 === 1) continue;
      // 3: the processes still seal with the old key.
      if (code !== 0 && code !== 3) throw new Error(`The rotation ended with ${code}: ${stderr}`);
      ended += 1;
    }
    return ended;
  }

  async function sessions(): Promise<number> {
    const [{ count }] = await kiln.database.query<[{ count: number }]>(
      `SELECT count(*)::int AS count FROM pg_stat_activity
       WHERE application_name = 'kiln-rotate-keys' AND datname = current_database()`,
    );
    return count;
  }

  async function restartWith(keys: string): Promise<void> {
    const port = Number(new URL(kiln.api.url).port);
    for (const process of [...kiln.apis.splice(0), ...kiln.engines.splice(0)]) await process.kill('SIGTERM');
    await Promise.all([kiln.startApi(port, { KILN_SECRET_KEY: keys }), kiln.startEngine({ KILN_SECRET_KEY: keys })]);
    await Promise.all([...kiln.apis, ...kiln.engines].map((process) => process.ready()));
  }

  it('loses no update and meets nobody in a circle; with the new key alone everything goes on', async () => {
    let isLiving = true;
    const lives = Promise.all(Array.from({ length: STACKS }, (_, index) => live(`rotated-${index}`))).finally(() => {
      isLiving = false;
    });
    const [ids, rotations] = await Promise.all([lives, rotateWhile(() => isLiving)]);
    expect(rotations).toBeGreaterThan(0);
    const [{ deadlocks }] = await kiln.database.query<[{ deadlocks: number }]>(
      'SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()',
    );
    expect(deadlocks).toBe(0);

    await restartWith(`${NEW},${OLD}`);
    expect(await rotateKeys(kiln.databaseUrl, `${NEW},${OLD}`)).toMatchObject({ code: 0 });
    await restartWith(NEW);
    for (const id of ids) {
      expect(await kiln.api.stack(id)).toMatchObject({ outputs: [{ output_value: `size-${UPDATES}` }] });
      await expectEveryChangeTold(kiln, id);
    }
    expect(cloud.living().map(({ size }) => size)).toEqual(
      Array.from({ length: STACKS * SERVERS }, () => `size-${UPDATES}`),
    );
    // What an engine reads of them.
    const answer = await kiln.api.request('PUT', `/v2/stacks/${ids[0]!}`, { template: generation(9) });
    expect(answer.status).toBe(202);
    expect(await kiln.api.settled(ids[0]!)).toMatchObject({ action: 'UPDATE', status: 'COMPLETE' });
    for (const id of ids) await kiln.api.delete(id);
    for (const id of ids) expect(await kiln.api.settled(id)).toBeUndefined();
    expect(cloud.living()).toEqual([]);
  });
});
