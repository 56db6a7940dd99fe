import { descriptions } from '../../apps/api/features';

/** The documents that describe Kiln, made from the code, as they are checked in. */
export function documents(): { file: string; text: string }[] {
  const { openApi, asyncApi } = descriptions();
  return [
    { file: 'openapi.json', text: textOf(openApi) },
    { file: 'asyncapi.json', text: textOf(asyncApi) },
  ];
}

function textOf(document: object): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
