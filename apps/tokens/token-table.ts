import type { TokenRecord } from './token-records';

const HEAD = ['PREFIX', 'PROJECT', 'NAME', 'ROLES', 'CREATED', 'EXPIRES'];

/** Tokens as lines of text with aligned columns. */
export function tableOf(tokens: readonly TokenRecord[]): string {
  const rows = [HEAD, ...tokens.map(cellsOf)];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function cellsOf({
  prefix,
  project,
  name,
  roles,
  created_at: created,
  expires_at: end,
  expired,
}: TokenRecord): string[] {
  const expires = end ? `${end.toISOString()}${expired ? ' (expired)' : ''}` : 'never';
  return [prefix, project, name, roles.join(','), created.toISOString(), expires];
}
