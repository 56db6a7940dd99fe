import { routingKeyOf, toCloudEvent } from '#contracts';
import type { Notification } from '#contracts';
import { checkNotifications, notificationChecker } from './notification-checker';

const STACK = '0f8f6a8e-55b1-4b7e-8a59-0c1f9a3b7d10';
const ORIGIN = { rootId: STACK, project: 'Demo', sequence: 7, time: '2026-01-02T03:04:05.678Z' };
const NOTIFICATION: Notification = {
  kind: 'resource',
  data: { stack_id: STACK, stack_name: 'web', resource_name: 'db', action: 'CREATE', status: 'COMPLETE' },
};

const KEY = routingKeyOf(NOTIFICATION, ORIGIN);
const EVENT = toCloudEvent(NOTIFICATION, ORIGIN);

const faultsOf = (event: object, key = KEY): string =>
  notificationChecker()
    .faultsOf({ routing_key: key, body: JSON.stringify(event) })
    .join('\n');

describe('the check of notifications', () => {
  it('lets through what the code makes', () => {
    expect(faultsOf(EVENT)).toBe('');
    expect(() => checkNotifications([{ routing_key: KEY, body: JSON.stringify(EVENT) }])).not.toThrow();
  });

  it.each<[string, object, string, RegExp]>([
    ['a member that is not described', { ...EVENT, secret: 1 }, KEY, /"secret"/],
    ['a member deep inside', { ...EVENT, data: { ...EVENT.data, secret: 1 } }, KEY, /\/data .*"secret"/],
    ['a member that is missing', { ...EVENT, data: { stack_id: STACK } }, KEY, /\/data .*"stack_name"/],
    ['another type of value', { ...EVENT, sequence: 7 }, KEY, /\/sequence/],
    ['a word that there is not', { ...EVENT, data: { ...EVENT.data, status: 'DONE' } }, KEY, /\/data\/status/],
    ['a key of another length', EVENT, `${KEY}.more`, /7 words/],
    ['a key with a word that there is not', EVENT, KEY.replace('resource', 'thing'), /says thing for kind/],
    ['a key of another event', EVENT, KEY.replace('complete', 'failed'), /the routing key says .*failed, the event/],
  ])('notices %s', (_what, event, key, fault) => {
    expect(faultsOf(event, key)).toMatch(fault);
    expect(() => checkNotifications([{ routing_key: key, body: JSON.stringify(event) }])).toThrow(fault);
  });
});
