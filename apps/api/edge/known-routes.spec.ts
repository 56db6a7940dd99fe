import { KnownRoutes } from './known-routes';
import { pathOf } from './request-path';

describe('KnownRoutes', () => {
  const routes = new KnownRoutes();
  routes.add(['GET', 'HEAD'], '/v2/stacks', 'reader');
  routes.add(['POST'], '/v2/stacks', 'reader');
  routes.add(['GET'], '/v2/stacks/:stack_id', 'reader');
  routes.add(['POST'], '/v2/stacks/preview', 'reader');
  routes.add(['GET'], '/', 'reader');

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

  it('lists them with who may use each', () => {
    const some = new KnownRoutes();
    some.add(['GET', 'HEAD'], '/a', 'reader');
    some.add(['POST'], '/a', 'member');
    expect(some.list()).toEqual([
      { method: 'GET', pattern: '/a', access: 'reader' },
      { method: 'HEAD', pattern: '/a', access: 'reader' },
      { method: 'POST', pattern: '/a', access: 'member' },
    ]);
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
