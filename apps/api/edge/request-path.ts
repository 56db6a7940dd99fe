const SIGNAL = '/v2/signals/';

/** The path of a request's URL, without its query and without the token that a signal's URL holds. */
export function pathOf(url: string): string {
  const path = barePath(url);
  return path.startsWith(SIGNAL) && path !== SIGNAL ? `${SIGNAL}******` : path;
}

/** Whether nothing stands between two slashes: no such path names anything, whatever the router makes of it. */
export function hasEmptyPart(url: string): boolean {
  return barePath(url).includes('//');
}

/** The path as it came, which may hold a token: never to be logged or told. */
export function barePath(url: string): string {
  return url.split(/[?#]/, 1)[0] ?? '';
}
