import { routingKeyOf, toCloudEvent } from './notification';
import type { Notification, NotificationOrigin } from './notification';

const notification: Notification = {
  kind: 'resource',
  data: { stack_id: 'STACK', stack_name: 'web', resource_name: 'db', action: 'CREATE', status: 'COMPLETE' },
};
const origin: NotificationOrigin = { rootId: 'root', project: 'Demo', sequence: 7, time: '2026-01-02T03:04:05.678Z' };

describe('a notification', () => {
  it('is a CloudEvent that names the one before it', () => {
    expect(toCloudEvent(notification, origin)).toEqual({
      specversion: '1.0',
      id: 'root.7',
      source: '/v2/stacks/root',
      type: 'kiln.resource.create.complete',
      subject: 'stacks/STACK/resources/db',
      time: '2026-01-02T03:04:05.678Z',
      datacontenttype: 'application/json',
      dataschema: 'urn:kiln:notification:resource:1',
      sequence: '7',
      previous: 'root.6',
      partitionkey: 'root',
      data: notification.data,
    });
  });

  it('names none before the first', () => {
    expect(toCloudEvent(notification, { ...origin, sequence: 1 })).not.toHaveProperty('previous');
  });

  it('is routed by what changed, in lower case but for the project', () => {
    expect(routingKeyOf(notification, origin)).toBe('Demo.root.stack.resource.create.complete');
  });
});
