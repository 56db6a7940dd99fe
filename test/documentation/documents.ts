import { descriptions } from '../../apps/api/features';

/** The documents that describe Kiln, made from the code, as they are checked in. */
export function documents(): { file: string; text: string }[] {
  const { openApi } = descriptions();
  return [{ file: 'openapi.json', text: textOf(openApi) }];
}

function textOf(document: object): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
