import type { TypeCatalogue } from '#template';

/** Older names that every Heat maps, by what it ships in its `environment.d`. */
const ALIASES: readonly (readonly [older: string, current: string])[] = [
  ['OS::Quantum', 'OS::Neutron'],
  ['OS::Ceilometer::', 'OS::Aodh::'],
  ['OS::Metering::Alarm', 'OS::Aodh::Alarm'],
];

/**
 * The catalogue, which then also finds types by their older names. A registry is asked before any
 * catalogue, so what a user maps counts more, as in Heat.
 */
export function withAliases<T extends TypeCatalogue>(catalogue: T): T {
  return { ...catalogue, find: (type: string) => catalogue.find(type) ?? catalogue.find(currentName(type)) };
}

function currentName(type: string): string {
  const alias = ALIASES.find(([older]) => type.startsWith(older));
  return alias === undefined ? type : alias[1] + type.slice(alias[0].length);
}
