import { Room } from './room';

describe('an engine’s room', () => {
  it('is what is neither busy nor taken', () => {
    let busy = 3;
    const room = new Room(10, () => busy);
    expect(room.take(4)).toBe(4);
    expect(room.take(9)).toBe(3);
    expect(room.take(1)).toBe(0);
    // Those that were taken first are worked on now.
    busy += 4;
    room.giveBack(4);
    expect(room.take(1)).toBe(0);
    busy -= 5;
    expect(room.take(9)).toBe(5);
  });

  it('is none where more is busy than there is room for, and none once it is closed', () => {
    expect(new Room(2, () => 5).take(1)).toBe(0);
    const room = new Room(2, () => 0);
    room.close();
    expect(room.take(1)).toBe(0);
  });
});
