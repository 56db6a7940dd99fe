import { KnownRoutes } from './known-routes';
import { pathOf } from './request-path';

describe('KnownRoutes', () => {
  const routes = new KnownRoutes();
  routes.add(['GET', 'HEAD'], '/v2/stacks');
  routes.add(['POST'], '/v2/stacks');
  routes.add(['GET'], '/v2/stacks/:stack_id');
  routes.add(['POST'], '/v2/stacks/preview');
  routes.add(['GET'], '/');

  it.each([
    ['/v2/stacks', ['GET', 'HEAD', 'OPTIONS', 'POST']],
    ['/v2/stacks/', ['GET', 'HEAD', 'OPTIONS', 'POST']],
    ['/v2/stacks/1', ['GET', 'OPTIONS']],
    ['/v2/stacks/preview', ['GET', 'OPTIONS', 'POST']],
    ['/', ['GET', 'OPTIONS']],
    ['/v2', []],
    ['/v2/stacks/1/2', []],
  ])('knows the methods at %s', (path, methods) => {
    expect(routes.methodsAt(path)).toEqual(methods);
  });
});

describe('pathOf', () => {
  it.each([
    ['/v2/stacks?name=a', '/v2/stacks'],
    ['/v2/signals/secret?x', '/v2/signals/******'],
    ['/?a=/v2', '/'],
  ])('cuts %s down to %s', (url, path) => {
    expect(pathOf(url)).toBe(path);
  });
});
