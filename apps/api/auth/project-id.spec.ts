import { isProjectId } from '#contracts';
import { projectIdOf } from './project-id';

describe('the project of credentials', () => {
  it.each(['default', '6c2d1c0a8e0f4b0e9d1f1f3a5b7c9d0e', 'team_a-1'])('is %s itself where it may be', (name) => {
    expect(projectIdOf(name)).toBe(name);
  });

  it.each(['acme/shop', 'a.b', '', 'x'.repeat(65), 'café', `_${'a'.repeat(43)}`])(
    'is mapped where it is %j',
    (name) => {
      const id = projectIdOf(name);
      expect(isProjectId(id)).toBe(true);
      expect(id).not.toBe(name);
      expect(projectIdOf(name)).toBe(id);
      expect(projectIdOf(`${name}.`)).not.toBe(id);
    },
  );

  it('is nobody else’s, also where somebody is named as a mapped one', () => {
    const mapped = projectIdOf('acme/shop');
    expect(projectIdOf(mapped)).not.toBe(mapped);
  });
});
