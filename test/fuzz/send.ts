import { connect } from 'node:net';

/** What came back: nothing, or an answer as far as it was read. */
export interface Received {
  outcome: 'answered' | 'closed' | 'silent';
  status: number;
  headers: Headers;
  /** Absent where the body was not read, as of a stream that does not end. */
  text?: string;
}

const NOTHING = { status: 0, headers: new Headers() };
const PATIENCE_MS = 30_000;

export interface Sending {
  isHead: boolean;
  /** Ends the sending after the bytes: more are promised, and the other side would wait for them. */
  isCut: boolean;
}

/** Sends bytes on a connection of their own, and reads what comes back. */
export async function send(port: number, bytes: Buffer, { isHead, isCut }: Sending): Promise<Received> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    const chunks: Buffer[] = [];
    const end = (outcome: Received['outcome']): void => {
      socket.destroy();
      resolve(parse(Buffer.concat(chunks), isHead) ?? { outcome, ...NOTHING });
    };
    socket.setTimeout(PATIENCE_MS, () => end('silent'));
    socket.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      if (isWhole(Buffer.concat(chunks), isHead)) end('answered');
    });
    socket.on('error', () => end('closed'));
    socket.on('close', () => end('closed'));
    socket.on('end', () => end('closed'));
    if (isCut) socket.end(bytes);
    else socket.write(bytes);
  });
}

function parse(bytes: Buffer, isHead: boolean): Received | undefined {
  const { head, rest } = split(bytes);
  const [, status] = /^HTTP\/1\.1 (\d{3})/.exec(head) ?? [];
  if (status === undefined) return undefined;
  const headers = headersOf(head);
  const isStream = headers.get('content-type') === 'text/event-stream';
  const text = isStream || isHead ? {} : { text: rest.toString('utf8') };
  return { outcome: 'answered', status: Number(status), headers, ...text };
}

function isWhole(bytes: Buffer, isHead: boolean): boolean {
  const { head, rest } = split(bytes);
  if (head === '') return false;
  const headers = headersOf(head);
  if (isHead || headers.get('content-type') === 'text/event-stream') return true;
  const length = headers.get('content-length');
  return length !== null && rest.length >= Number(length);
}

/** The head of the final answer, and what follows; an interim one (100) goes before it. */
function split(bytes: Buffer): { head: string; rest: Buffer } {
  const at = bytes.indexOf('\r\n\r\n');
  if (at < 0) return { head: '', rest: Buffer.alloc(0) };
  const head = bytes.subarray(0, at).toString('latin1');
  const rest = bytes.subarray(at + 4);
  return /^HTTP\/1\.1 1\d\d/.test(head) ? split(rest) : { head, rest };
}

function headersOf(head: string): Headers {
  const headers = new Headers();
  for (const line of head.split('\r\n').slice(1)) {
    const colon = line.indexOf(':');
    headers.append(line.slice(0, colon), line.slice(colon + 1).trim());
  }
  return headers;
}
