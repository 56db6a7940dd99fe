import { NotFoundException } from '@nestjs/common';
import { AppError, InvariantError } from '#contracts';
import { Problem, renderProblem } from './problem';
import { toProblem } from './to-problem';

describe('toProblem', () => {
  it.each([
    [new AppError('conflict', 'x'), 409],
    [new AppError('not-found', 'x'), 404],
    [new AppError('quota-exceeded', 'x'), 403],
    [new AppError('precondition-failed', 'x'), 412],
    [new AppError('not-implemented', 'x'), 501],
    [new AppError('database-unavailable', 'x'), 503],
    [new AppError('broker-unavailable', 'x'), 503],
    [new AppError('identity-unavailable', 'x'), 503],
    [new AppError('secret-unreadable', 'x'), 500],
    [new InvariantError('x'), 500],
    [new NotFoundException(), 404],
    [Object.assign(new Error('x'), { statusCode: 413 }), 413],
    [Object.assign(new Error('x'), { statusCode: 418 }), 500],
    ['a text', 500],
  ])('answers %s with %d', (error, status) => {
    expect(toProblem(error).status).toBe(status);
  });

  it('says when to come back where something is away', () => {
    expect(toProblem(new AppError('database-unavailable', 'x')).facts.headers).toEqual({ 'retry-after': '2' });
  });

  it('tells nothing of what went wrong inside', () => {
    const problem = toProblem(new Error('relation "stacks" does not exist'));
    const text = renderProblem(problem, { instance: '/v2/stacks', requestId: 'req-1' });
    expect(text).not.toContain('relation');
    expect(JSON.parse(text)).toMatchObject({ status: 500, instance: '/v2/stacks', request_id: 'req-1' });
  });

  it('leaves a problem as it is', () => {
    const problem = new Problem({ code: 'expired', detail: 'x' });
    expect(toProblem(problem)).toBe(problem);
  });
});
