import { parseEventId } from './event-id';

const root = '01234567-89ab-4cde-8f01-23456789abcd';

describe('parseEventId', () => {
  it('tells root and sequence', () => {
    expect(parseEventId(`${root}.42`)).toEqual({ rootId: root, sequence: 42 });
  });

  it.each([undefined, 7, '', root, `${root}.`, `${root}.0`, `${root}.x`, `${root}.1.5`, 'end.1'])(
    'knows no event in %p',
    (id) => {
      expect(parseEventId(id)).toBeUndefined();
    },
  );
});
