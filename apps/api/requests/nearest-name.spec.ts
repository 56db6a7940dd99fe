import { nearestName, unknownName } from './nearest-name';

describe('nearestName', () => {
  it.each([
    ['tmplate', 'template'],
    ['Template', 'template'],
    ['parameter', 'parameters'],
    ['timeout', undefined],
    ['x'.repeat(100_000), undefined],
  ])('takes %.20s for %s', (name, near) => {
    expect(nearestName(name, ['template', 'parameters', 'timeout_mins'])).toBe(near);
  });

  it('is told with the name, or else with all that there are', () => {
    expect(unknownName('key', 'tmplate', ['template'])).toBe('there is no key "tmplate": did you mean "template"?');
    expect(unknownName('key', 'zzz', ['template', 'files'])).toContain('known are template, files');
    expect(unknownName('query parameter', 'zzz', [])).toContain('none is known here');
  });

  it('cuts a name that is too long to show', () => {
    expect(unknownName('key', 'y'.repeat(10_000), ['a']).length).toBeLessThan(200);
  });
});
