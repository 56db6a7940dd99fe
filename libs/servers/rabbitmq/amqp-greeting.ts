import { connect } from 'node:net';

const WITHIN_MS = 2_000;

/** Whether a broker speaks AMQP 0-9-1 on this loopback port: it answers the protocol's header with a first frame. */
export function greetsAmqp(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const answer = (greets: boolean): void => {
      socket.destroy();
      resolve(greets);
    };
    socket.setTimeout(WITHIN_MS, () => answer(false));
    socket.once('connect', () => socket.write('AMQP\0\0\x09\x01'));
    socket.once('data', (frame) => answer(frame[0] === 1));
    socket.once('error', () => answer(false));
    socket.once('close', () => answer(false));
  });
}
