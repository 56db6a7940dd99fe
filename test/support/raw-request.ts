import { once } from 'node:events';
import { connect } from 'node:net';
import { checkAnswer } from './contract/check-answer';

type Part = string | Buffer;

/**
 * Sends bytes as they are and answers what comes back until the other side closes or `enough` holds; the answer is
 * checked against the contract.
 */
export async function sendRaw(
  url: string,
  parts: Iterable<Part> | AsyncIterable<Part>,
  enough: (answer: string) => boolean = () => false,
): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  const answered = readUntil(socket, enough);
  let sent = '';
  for await (const part of parts) {
    if (sent === '') sent = String(part);
    if (socket.writable) socket.write(part);
  }
  const answer = await answered;
  socket.destroy();
  checkRaw(sent, answer);
  return answer;
}

const ANSWER = /^HTTP\/1\.1 (\d{3}) [^\r]*\r\n(.*?)\r\n\r\n(.*)$/s;

/** What is no request at all is answered as a request for `/` would be. */
function checkRaw(sent: string, answer: string): void {
  const [, status, head = '', body = ''] = ANSWER.exec(answer) ?? [];
  if (status === undefined) return;
  const headers = new Headers(head.split('\r\n').map((line) => line.split(/: */, 2) as [string, string]));
  const [, method = 'GET', url = '/'] = /^([A-Z]+) (\/[^ ]*) HTTP/.exec(sent) ?? [];
  const isWhole = headers.get('content-length') === String(Buffer.byteLength(body));
  checkAnswer({ method, url, status: Number(status), headers, ...(isWhole ? { text: body } : {}) });
}

async function readUntil(chunks: AsyncIterable<unknown>, enough: (answer: string) => boolean): Promise<string> {
  let answer = '';
  for await (const chunk of chunks) {
    answer += String(chunk);
    if (enough(answer)) break;
  }
  return answer;
}
