import { once } from 'node:events';
import { connect } from 'node:net';

type Part = string | Buffer;

/** Sends bytes as they are and answers what comes back until the other side closes or `enough` holds. */
export async function sendRaw(
  url: string,
  parts: Iterable<Part> | AsyncIterable<Part>,
  enough: (answer: string) => boolean = () => false,
): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  const answered = readUntil(socket, enough);
  for await (const part of parts) if (socket.writable) socket.write(part);
  const answer = await answered;
  socket.destroy();
  return answer;
}

async function readUntil(chunks: AsyncIterable<unknown>, enough: (answer: string) => boolean): Promise<string> {
  let answer = '';
  for await (const chunk of chunks) {
    answer += String(chunk);
    if (enough(answer)) break;
  }
  return answer;
}
