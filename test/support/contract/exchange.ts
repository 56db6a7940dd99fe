/** A request and what came back, as a client saw both. */
export interface Exchange {
  method: string;
  /** Path, with or without host and query. */
  url: string;
  status: number;
  headers: Headers;
  /** The body as it came; absent where nobody read it, as of a stream that does not end. */
  text?: string;
}

/** The path of a URL, without host, query and a slash at its end. */
export function pathOf(url: string): string {
  const path = url.replace(/^https?:\/\/[^/]+/, '').split(/[?#]/, 1)[0] ?? '';
  return path.replace(/([^/])\/$/, '$1');
}
