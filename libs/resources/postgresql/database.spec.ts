import { makeStep } from '../contract/run-step';
import { database } from './database';

describe('Kiln::PostgreSQL::Database without a server', () => {
  it('says what the operator has to set', async () => {
    await expect(database.create(makeStep({ properties: {} }))).rejects.toThrow('KILN_PROVIDER_DATABASE_URL');
  });

  it('is deleted where it was never looked for', async () => {
    expect(await database.delete(makeStep({ properties: {} }))).toMatchObject({ outcome: 'done' });
  });

  it('refuses a reserved name before it looks for a server', async () => {
    await expect(database.create(makeStep({ properties: { name: 'kiln' } }))).rejects.toThrow('is reserved');
  });
});
