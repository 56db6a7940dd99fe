import { ownName } from './own-name';

const resource = { stackName: 'shop', resourceName: 'orders.new queue', resourceId: '1' };

describe('ownName', () => {
  it('is made of stack, resource and a short id', () => {
    expect(ownName(resource, '-', 100)).toMatch(/^shop-orders-new-queue-[0-9a-z]{12}$/);
    expect(ownName(resource, '_', 100)).toMatch(/^shop_orders_new_queue_[0-9a-z]{12}$/);
  });

  it('keeps within its limit, and keeps the id', () => {
    expect(ownName(resource, '-', 20)).toMatch(/^shop-or-[0-9a-z]{12}$/);
  });

  it('is another one for another incarnation', () => {
    expect(ownName({ ...resource, resourceId: '2' }, '-', 100)).not.toBe(ownName(resource, '-', 100));
  });
});
