import { physicalName } from './physical-name';

const step = { stackName: 'shop', resourceName: 'queue', resourceId: '7d9f2f6e-6c3b-4d2b-8f0e-0d6c1a9b5e11' };

describe('physicalName', () => {
  it('carries stack, resource and a short id', () => {
    expect(physicalName(step)).toMatch(/^shop-queue-[0-9a-z]{12}$/);
  });

  it('is the same for the same incarnation and another one for another', () => {
    expect(physicalName(step)).toBe(physicalName({ ...step }));
    expect(physicalName({ ...step, resourceId: 'another' })).not.toBe(physicalName(step));
  });

  it('keeps its end where it is too long', () => {
    const name = physicalName({ ...step, stackName: 's'.repeat(255), resourceName: 'r'.repeat(255) });
    expect(name).toHaveLength(255);
    expect(name).toMatch(/r-[0-9a-z]{12}$/);
  });
});
