import { makeStep } from '../contract/run-step';
import { databaseNameOf, refuseReserved } from './database-name';

const nameOf = (project: string, name?: string): string =>
  databaseNameOf(makeStep({ project, properties: name === undefined ? {} : { name } }));

describe('databaseNameOf', () => {
  it('is the project and the name', () => {
    expect(nameOf('default', 'orders')).toBe('default_orders');
  });

  it('is the project, the stack, the resource and a short id where there is no name', () => {
    expect(nameOf('default')).toMatch(/^default_shop_thing_[0-9a-z]{12}$/);
  });

  it.each<[string, [string, string], [string, string]]>([
    ['capitals in the name', ['a', 'Orders'], ['a', 'orders']],
    ['a hyphen in the name', ['a', 'x-y'], ['a', 'x_y']],
    ['capitals in the project', ['A', 'x'], ['a', 'x']],
    ['a joint in the project', ['a_b', 'c'], ['a', 'b_c']],
    ['a hyphen in the project', ['a-b', 'c'], ['a', 'b_c']],
    ['an end that is cut', ['a', `${'x'.repeat(62)}1`], ['a', `${'x'.repeat(62)}2`]],
  ])('keeps two names two: %s', (_case, one, other) => {
    expect(nameOf(...one)).not.toBe(nameOf(...other));
  });

  it.each([
    ['p'.repeat(64), undefined],
    ['p'.repeat(64), 'n'.repeat(63)],
    ['A-B', 'C-D'],
    ['default', undefined],
  ])('fits into 63 bytes of small letters: %s, %s', (project, name) => {
    expect(nameOf(project, name)).toMatch(/^[a-z0-9_]{3,63}$/);
  });

  it('fits also with the longest names of stack and resource', () => {
    const step = makeStep({
      project: 'p'.repeat(64),
      stackName: 'S'.repeat(255),
      resourceName: '\u{1F600} ü'.repeat(60),
      properties: {},
    });
    expect(databaseNameOf(step)).toMatch(/^[a-z0-9_]{1,63}$/);
  });
});

describe('refuseReserved', () => {
  const refuse = (project: string, name: string): void => {
    const step = makeStep({ project, properties: { name } });
    refuseReserved(step, databaseNameOf(step));
  };

  it.each([
    ['default', 'postgres'],
    ['default', 'template0'],
    ['default', 'kiln'],
    ['default', 'Kiln_engine'],
    ['kiln', 'orders'],
  ])('refuses %s, %s', (project, name) => {
    expect(() => refuse(project, name)).toThrow('is reserved');
  });

  it('lets others pass', () => {
    expect(() => refuse('default', 'postgres_copy')).not.toThrow();
  });
});
