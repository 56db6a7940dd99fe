import type { FastifyReply } from 'fastify';

/** An answer as it is sent, and as it is kept for an idempotency key. */
export interface Answer {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string;
}

export const JSON_CONTENT_TYPE = 'application/json; charset=utf-8';

export function jsonAnswer(status: number, body: object, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, headers: { 'content-type': JSON_CONTENT_TYPE, ...headers }, body: JSON.stringify(body) };
}

/** An answer that says all with its status. */
export function emptyAnswer(status: number): Answer {
  return { status, headers: {}, body: '' };
}

export function send(reply: FastifyReply, { status, headers, body }: Answer): void {
  // A text, be it empty, would get a media type.
  void reply
    .code(status)
    .headers(headers)
    .send(body === '' ? undefined : body);
}
