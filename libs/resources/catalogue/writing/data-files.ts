import type { TypeFacts } from '../type-facts';
import { readSource } from './source-facts';

const HEAD = '// Made by libs/resources/catalogue/writing/main.ts; not to be edited by hand.\n';

/**
 * The files of the `data` folder by name, from the lines of facts: one for each family of types
 * (`OS::Neutron`), in which every type is a text of JSON, to be read only when somebody asks for it.
 */
export function dataFiles(source: string): Map<string, string> {
  const families = new Map<string, TypeFacts[]>();
  for (const facts of readSource(source)) {
    const family = facts.type.split('::').slice(0, 2).join('::');
    families.set(family, [...(families.get(family) ?? []), facts]);
  }
  const files = [...families].map(([family, types]) => [`${fileName(family)}.ts`, familyFile(family, types)] as const);
  return new Map([...files, ['index.ts', indexFile([...families.keys()])]]);
}

function familyFile(family: string, types: readonly TypeFacts[]): string {
  const entries = types.map((facts) => `  '${facts.type}':\n    ${quoted(JSON.stringify(facts))},\n`);
  return `${HEAD}\nexport const ${constantName(family)} = {\n${entries.join('')}};\n`;
}

function indexFile(families: readonly string[]): string {
  const imports = families.map((family) => `import { ${constantName(family)} } from './${fileName(family)}';\n`);
  const spread = families.map((family) => `  ...${constantName(family)},\n`);
  const comment = '/** What is known of each of Heat’s types, as JSON. */\n';
  return `${HEAD}${imports.join('')}\n${comment}export const factTexts: Readonly<Record<string, string>> = {\n${spread.join('')}};\n`;
}

/** `OS::Neutron` is written `os-neutron` and `osNeutron`. */
function fileName(family: string): string {
  return family.toLowerCase().replace('::', '-');
}

function constantName(family: string): string {
  const [vendor = '', name = ''] = family.split('::');
  return `${vendor.toLowerCase()}${name}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
