import { Place, pointerOf } from './place';

describe('a place', () => {
  it('is told as a JSON pointer, with its two special characters escaped', () => {
    const place = Place.root('template').at('a/b').at(0).at('~');
    expect(pointerOf(place.steps())).toBe('/template/a~1b/0/~0');
  });
});
