import { connect } from 'node:net';

/** Sends bytes as they are and answers what comes back until the other side closes or `enough` holds. */
export async function sendRaw(
  url: string,
  parts: readonly (string | Buffer)[],
  enough: (answer: string) => boolean = () => false,
): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  for (const part of parts) socket.write(part);
  let answer = '';
  for await (const chunk of socket) {
    answer += String(chunk);
    if (enough(answer)) break;
  }
  socket.destroy();
  return answer;
}
