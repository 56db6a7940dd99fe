import { maskHidden } from './prepared-stacks';

describe('masking hidden values', () => {
  it('replaces every place of every hidden text, and no other', () => {
    expect(maskHidden('pass hunter2, again hunter2; key k3y', ['hunter2', 'k3y'])).toBe(
      'pass ******, again ******; key ******',
    );
  });

  it('makes what PostgreSQL can’t store storable', () => {
    expect(maskHidden('a\0b', [])).toBe('a\uFFFDb');
  });
});
