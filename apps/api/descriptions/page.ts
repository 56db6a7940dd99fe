import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { kept } from './description';
import type { Kept } from './description';

/** Nothing but what comes from here, and no script or style inside the page. */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const page = (prefix: string): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Kiln: the API</title>
    <link rel="stylesheet" href="${prefix}/docs/swagger-ui.css" />
  </head>
  <body>
    <div id="page"></div>
    <script src="${prefix}/docs/swagger-ui-bundle.js"></script>
    <script src="${prefix}/docs/start.js"></script>
  </body>
</html>
`;

const start = (prefix: string): string =>
  `SwaggerUIBundle({ url: '${prefix}/v2/openapi.json', dom_id: '#page', validatorUrl: null });\n`;

const SCRIPT = 'text/javascript; charset=utf-8';
const STYLE = 'text/css; charset=utf-8';

/** The parts of the page that come out of the package, and what they are. */
const FROM_PACKAGE: Readonly<Record<string, string>> = {
  'swagger-ui.css': STYLE,
  'swagger-ui-bundle.js': SCRIPT,
};

const START_NAME = 'start.js';

export const ASSET_NAMES: readonly string[] = [...Object.keys(FROM_PACKAGE), START_NAME];

/** The page on the API. The prefix is what proxies put before its paths. */
export class Page {
  readonly itself: Kept;
  private readonly assets = new Map<string, Kept>();

  constructor(prefix: string) {
    this.itself = kept(page(prefix), 'text/html; charset=utf-8');
    this.assets.set(START_NAME, kept(start(prefix), SCRIPT));
  }

  /** A part of the page, read when it is first asked for; `undefined`: it has none of that name. */
  asset(name: string): Kept | undefined {
    const known = this.assets.get(name);
    if (known || !Object.hasOwn(FROM_PACKAGE, name)) return known;
    const asset = kept(fromPackage(name), FROM_PACKAGE[name] ?? SCRIPT);
    this.assets.set(name, asset);
    return asset;
  }
}

function fromPackage(file: string): Buffer {
  return readFileSync(join(dirname(require.resolve('swagger-ui-dist/package.json')), file));
}
