import { isMissingQueue } from './stream-reader';

/** An answer of the broker as amqplib tells it. */
function answer(code: number, text: string): Error {
  return Object.assign(new Error(`Operation failed: QueueDeclare; ${code} (NOT-FOUND) with message "${text}"`), {
    code,
  });
}

describe('a missing queue', () => {
  it('is what the broker says it has no queue of', () => {
    expect(isMissingQueue(answer(404, `NOT_FOUND - no queue 'kiln.notifications.log.1.0' in vhost '/'`))).toBe(true);
  });

  it.each([
    ['is stopping or starting', `NOT_FOUND - queue 'a' in vhost '/' process is stopped by supervisor`],
    ['lost a node', `NOT_FOUND - home node 'rabbit@a' of durable queue 'a' in vhost '/' is down or inaccessible`],
    ['could not restart it', `NOT_FOUND - queue 'a' in vhost '/' crashed and failed to restart`],
    ['has it in no time', `NOT_FOUND - timed out while declaring queue 'a' in vhost '/'`],
    ['has no such virtual host', `NOT_FOUND - vhost '/' not found`],
  ])('is none that is only out of reach: the broker %s', (_, text) => {
    expect(isMissingQueue(answer(404, text))).toBe(false);
  });

  it('is nothing else that goes wrong', () => {
    expect(isMissingQueue(answer(405, `RESOURCE_LOCKED - there is no queue 'a' for this connection`))).toBe(false);
    expect(isMissingQueue(new Error('no queue'))).toBe(false);
    expect(isMissingQueue({ code: 404, message: 'no queue' })).toBe(false);
    expect(isMissingQueue(undefined)).toBe(false);
  });
});
