import { unwrap } from './unwrap';

const ANSWER_ONLY = ['id', 'status'];

describe('unwrap', () => {
  it('leaves a bare body as it is, with its unknown keys', () => {
    const body = { stack_name: 'a', id: 'b' };
    expect(unwrap(body, 'stack', ANSWER_ONLY)).toBe(body);
  });

  it('takes what only answers have, and pseudo parameters, out of a wrapped one', () => {
    const body = { stack: { stack_name: 'a', id: 'b', parameters: { 'OS::stack_id': 'b', size: 1 } } };
    expect(unwrap(body, 'stack', ANSWER_ONLY)).toEqual({ stack_name: 'a', parameters: { size: 1 } });
  });

  it('does not take a body with more keys for a wrapped one', () => {
    const body = { stack: {}, other: 1 };
    expect(unwrap(body, 'stack', ANSWER_ONLY)).toBe(body);
  });

  it('hands on what is wrapped and no object, for the check to refuse', () => {
    expect(unwrap({ stack: [1] }, 'stack', ANSWER_ONLY)).toEqual([1]);
  });
});
