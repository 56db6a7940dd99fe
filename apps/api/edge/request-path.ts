const SIGNAL = '/v2/signals/';

/** The path of a request's URL, without its query and without the token that a signal's URL holds. */
export function pathOf(url: string): string {
  const path = url.split(/[?#]/, 1)[0] ?? '';
  return path.startsWith(SIGNAL) ? `${SIGNAL}******` : path;
}
