import { Environment } from '#configuration';
import { loadConfig } from './config';

const needed = {
  DATABASE_URL: 'postgres://kiln@127.0.0.1/kiln',
  RABBITMQ_URL: 'amqp://127.0.0.1',
  KILN_SECRET_KEY: Buffer.alloc(32).toString('base64'),
};

describe('loadConfig', () => {
  it('needs no more than the servers and the key', () => {
    const config = loadConfig(new Environment(needed));
    expect(config).toMatchObject({ lookMs: 1_000, leaseMs: 15_000, retention: { segmentBytes: 50_000_000 } });
    expect(Object.isFrozen(config)).toBe(true);
  });

  it('names what is wrong with the retention and the lease', () => {
    const env = { ...needed, KILN_LOG_MAX_AGE: 'a week', KILN_LOG_MAX_BYTES: '1000', KILN_LEASE_MS: '1000' };
    const load = (): unknown => loadConfig(new Environment(env));
    expect(load).toThrow('KILN_LOG_MAX_AGE');
    expect(load).toThrow('KILN_LOG_SEGMENT_BYTES');
    expect(load).toThrow('three times KILN_HEARTBEAT_MS');
  });
});
