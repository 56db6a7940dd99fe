import { Demands } from './demands';

describe('the demand', () => {
  it('counts a project that was not seen at the last sweep', () => {
    const demands = new Demands();
    expect(demands.of('a')).toEqual({ projects: 1, operationsInProject: 1 });
    demands.update([
      { project: 'a', operations: 3 },
      { project: 'b', operations: 1 },
    ]);
    expect(demands.of('a')).toEqual({ projects: 2, operationsInProject: 3 });
    expect(demands.of('new')).toEqual({ projects: 3, operationsInProject: 1 });
  });
});
