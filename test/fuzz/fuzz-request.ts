/** A name that stands for something that is there, which each run has under another id. */
export type KnownThing =
  | 'stack_id'
  | 'deleted_stack_id'
  | 'victim_id'
  | 'operation_id'
  | 'resource_name'
  | 'event_id'
  | 'token:admin'
  | 'token:member'
  | 'token:reader'
  | 'token:other';

/** How such a name is written in a request. */
export const placeholder = (thing: KnownThing): string => `«${thing}»`;

/** A request as it was made up, before it is known what it is about. */
export interface FuzzRequest {
  /** The route that it was made for. */
  route: string;
  method: string;
  /** Path and query, as they stand in the first line. */
  target: string;
  /** As they stand in the head, one text a line; bytes over 0x7f are sent as Latin 1. */
  headers: readonly string[];
  body: Buffer | undefined;
  /** Bytes that are promised beyond those that come. */
  missing: number;
}

/** The bytes of a request, with what it is about put in. */
export function bytesOf(request: FuzzRequest, resolve: (thing: KnownThing) => string): Buffer {
  const { method, target, headers, body, missing } = request;
  const length = body === undefined ? [] : [`Content-Length: ${body.length + missing}`];
  const lines = [`${method} ${target} HTTP/1.1`, ...headers, ...length, 'Connection: close', '', ''];
  const head = lines.join('\r\n').replace(/«([^»]+)»/g, (_whole, thing: KnownThing) => resolve(thing));
  return Buffer.concat([Buffer.from(head, 'latin1'), body ?? Buffer.alloc(0)]);
}

/** Whether more is promised than comes: then the connection is cut off, and perhaps there is nobody to answer to. */
export function isCut({ missing, headers }: FuzzRequest): boolean {
  return missing > 0 || headers.some((line) => /^(transfer-encoding|content-length|expect|upgrade)/i.test(line));
}
