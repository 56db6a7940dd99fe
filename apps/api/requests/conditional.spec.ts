import { checkMatch, readIfMatch, tagOf } from './conditional';

describe('If-Match', () => {
  it.each([
    [undefined, undefined],
    ['*', undefined],
    ['"1"', ['"1"']],
    [' "1" , W/"2" ', ['"1"', 'W/"2"']],
  ])('reads %s', (header, tags) => {
    expect(readIfMatch(header)).toEqual(tags);
  });

  it.each(['1', '"1', '', '"1" "2"'])('refuses %s', (header) => {
    expect(() => readIfMatch(header)).toThrow('entity tags');
  });

  it('holds where one tag is the revision’s', () => {
    expect(() => checkMatch(undefined, 3)).not.toThrow();
    expect(() => checkMatch(['"2"', tagOf(3)], 3)).not.toThrow();
  });

  it('does not hold for another revision, nor for a weak tag', () => {
    expect(() => checkMatch(['"2"'], 3)).toThrow('its ETag is now "3"');
    expect(() => checkMatch(['W/"3"'], 3)).toThrow('has changed');
  });
});
