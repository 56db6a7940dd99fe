import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withoutOwn } from './own-servers';

describe('withoutOwn', () => {
  let home: string;
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'kiln-own-'));
    writeFileSync(join(home, 'postgres.json'), JSON.stringify({ port: 5_433, kilnPassword: 'p1' }));
    writeFileSync(join(home, 'rabbitmq.json'), JSON.stringify({ password: 'p2' }));
  });
  afterEach(() => rmSync(home, { recursive: true }));

  it('leaves out servers of this home, on whatever port they were', () => {
    const given = { DATABASE_URL: 'postgres://kiln:p1@127.0.0.1:9/kiln', RABBITMQ_URL: 'amqp://kiln:p2@127.0.0.1:8' };
    expect(withoutOwn({ ...given, PATH: '/bin' }, home)).toEqual({ PATH: '/bin' });
  });

  it('keeps servers of others, also ones without a password', () => {
    const given = { DATABASE_URL: 'postgres://kiln:p@db/kiln', RABBITMQ_URL: 'amqp://broker' };
    expect(withoutOwn(given, home)).toEqual(given);
  });

  it('keeps everything where the home is new', () => {
    const given = { DATABASE_URL: 'postgres://kiln:p1@db/kiln' };
    expect(withoutOwn(given, join(home, 'new'))).toEqual(given);
  });
});
