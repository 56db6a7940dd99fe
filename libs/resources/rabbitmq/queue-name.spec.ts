import { makeStep } from '../contract/run-step';
import { queueNameOf, refuseReserved } from './queue-name';

describe('queueNameOf', () => {
  it('is the project and the name', () => {
    expect(queueNameOf(makeStep({ project: 'default', properties: { name: 'orders' } }))).toBe('default.orders');
  });

  it('is the project, the stack, the resource and a short id where there is no name', () => {
    expect(queueNameOf(makeStep({ project: 'default', properties: {} }))).toMatch(/^default\.shop-thing-[0-9a-z]{12}$/);
  });

  it('fits into 255 bytes', () => {
    const longest = { project: 'p'.repeat(64), stackName: 's'.repeat(255), resourceName: 'ü'.repeat(255) };
    expect(Buffer.byteLength(queueNameOf(makeStep({ ...longest, properties: {} })))).toBe(255);
  });
});

describe('refuseReserved', () => {
  const refuse = (project: string, name: string): void => {
    const step = makeStep({ project, properties: { name } });
    refuseReserved(step, queueNameOf(step));
  };

  it.each([
    ['default', 'kiln.engine.work'],
    ['default', 'Kiln'],
    ['default', 'amq.direct'],
    ['kiln', 'orders'],
  ])('refuses %s, %s', (project, name) => {
    expect(() => refuse(project, name)).toThrow('is reserved');
  });

  it('lets others pass', () => {
    expect(() => refuse('default', 'the.kiln')).not.toThrow();
  });
});
