import { schema } from '#contracts';
import type { Schema } from '#contracts';
import type { AnswerHeader, RequestHeader } from './route-contract';

/** What each header of an answer holds. */
export const ANSWER_HEADERS: Readonly<
  Record<AnswerHeader | 'X-Openstack-Request-Id' | 'WWW-Authenticate' | 'Allow', Schema>
> = {
  'X-Openstack-Request-Id': schema.text('Names the request, in every log line and message that it causes too.', {
    pattern: '^req-[0-9a-f-]{36}$',
  }),
  ETag: schema.text('Changes with what is answered; for `If-Match` and `If-None-Match`.', { pattern: '^(W/)?".*"$' }),
  Location: schema.text('The URL of what the request is about.', { format: 'uri-reference' }),
  'Cache-Control': schema.text('How long the answer may be kept.'),
  'Content-Security-Policy': schema.text('What the page may load: nothing from elsewhere.'),
  'X-Content-Type-Options': schema.text('The media type is to be believed.', { enum: ['nosniff'] }),
  'WWW-Authenticate': schema.text('How to send credentials.', { pattern: '^Bearer ' }),
  Allow: schema.text('The methods that the path has.', { examples: ['GET, HEAD, OPTIONS'] }),
  'Retry-After': schema.text('Seconds after which to try again.', { pattern: '^[0-9]+$' }),
};

/** What each header of a request is for. */
export const REQUEST_HEADERS: Readonly<Record<RequestHeader, Schema>> = {
  'Idempotency-Key': schema.text(
    'Within 24 hours the same key with the same body answers what it answered the first time, and does nothing more.',
    { pattern: '^[\\x20-\\x7e]{1,255}$' },
  ),
  'If-Match': schema.text('Only where the stack still has one of these ETags; `*`: whatever it has.', {
    examples: ['"3"'],
  }),
  'If-None-Match': schema.text('Answers 304 where the ETag is still the same.'),
  'Last-Event-ID': schema.text('A live stream begins after this event.'),
};
