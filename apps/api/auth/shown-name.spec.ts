import { shownName } from './shown-name';

describe('names of callers', () => {
  it('are shown without what PostgreSQL or a terminal would stumble over', () => {
    expect(shownName('an\u0000n\u001b[2J\u202e')).toBe('ann[2J');
    expect(shownName('x'.repeat(300))).toHaveLength(255);
  });
});
