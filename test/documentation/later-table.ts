import { LATER_ROUTES } from '../../apps/api/edge/later-routes';
import { CONTRACTS } from '../../apps/api/contract/contracts';
import { markdownTable, withPart } from './markdown';

/** The page on the API with its table of what answers 501 as it is. */
export function withLaterTable(page: string): string {
  const rows = LATER_ROUTES.flatMap(({ path, methods }) =>
    methods.map((method) => {
      const request = `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`;
      return [`\`${request}\``, CONTRACTS[request]?.summary ?? ''];
    }),
  );
  return withPart(page, 'later', markdownTable(['request', 'what it will do'], rows));
}
