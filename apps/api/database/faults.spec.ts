import { AppError } from '#contracts';
import { toDatabaseError, violates } from './faults';

const coded = (code: string): Error => Object.assign(new Error('x'), { code });

describe('faults of the database', () => {
  it.each([
    ['a refused connection', coded('ECONNREFUSED')],
    ['a shutdown', coded('57P01')],
    ['a full disk', coded('53100')],
    ['a statement that took too long', coded('57014')],
    ['a broken connection', new Error('Connection terminated unexpectedly')],
    ['no free connection', new Error('timeout exceeded when trying to connect')],
    ['a fault that TypeORM wrapped', Object.assign(new Error('x'), { driverError: coded('08006') })],
  ])('are "not now": %s', (_what, error) => {
    expect(toDatabaseError(error)).toMatchObject({ code: 'database-unavailable', retryable: true, cause: error });
  });

  it.each([
    ['a syntax error', coded('42601')],
    ['a violated index', coded('23505')],
    ['an error of ours', new AppError('conflict', 'connection terminated')],
    ['anything else', 'text'],
  ])('stay what they are: %s', (_what, error) => {
    expect(toDatabaseError(error)).toBe(error);
  });

  it('name the index that was violated', () => {
    const error = Object.assign(coded('23505'), { constraint: 'stacks_living_name' });
    expect(violates(error, 'stacks_living_name')).toBe(true);
    expect(violates(error, 'other')).toBe(false);
    expect(violates(coded('23503'), 'stacks_living_name')).toBe(false);
  });
});
