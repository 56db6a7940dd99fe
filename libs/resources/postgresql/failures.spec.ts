import { DatabaseError } from 'pg';
import { ResourceFailure } from '../resource-failure';
import { failureOf } from './failures';

const url = 'postgres://kiln:s3cret@db/x';

function ofServer(code: string): DatabaseError {
  const error = new DatabaseError('something s3cret', 10, 'error');
  error.code = code;
  return error;
}

describe('failureOf', () => {
  it.each([
    ['53300', 'too many connections', true],
    ['57P01', 'the server shuts down', true],
    ['55006', 'the template is in use', true],
    ['55P03', 'somebody else has the lock', true],
    ['42501', 'no right to', false],
    ['28P01', 'wrong password', false],
  ])('%s (%s): worth another try: %s', (code, _meaning, retryable) => {
    expect(failureOf(ofServer(code), url)).toMatchObject({ retryable, message: 'PostgreSQL: something ******' });
  });

  it('is worth another try where the connection was lost', () => {
    const failure = failureOf(new Error('Connection terminated unexpectedly'), url);
    expect(failure).toMatchObject({ retryable: true, message: expect.stringContaining('terminated') as string });
  });

  it('names every address that was tried', () => {
    const error = new AggregateError([new Error('refused by ::1'), new Error('refused by 127.0.0.1')]);
    expect(failureOf(error, url).message).toContain('refused by ::1, Error: refused by 127.0.0.1');
  });

  it('is for the operator where the URL is none', () => {
    const failure = failureOf(new TypeError('cannot read s3cret'), 'postgres://kiln:s3cret@db:port/x');
    expect(failure).toMatchObject({ retryable: false, message: expect.stringContaining('KILN_PROVIDER') as string });
    expect(failure.message).not.toContain('s3cret');
  });

  it('leaves a failure as it is', () => {
    const failure = new ResourceFailure('exists already');
    expect(failureOf(failure, url)).toBe(failure);
  });
});
