import type { ExactJson } from '../json';
import { compileGlob } from '../text/glob';
import type { RegistryBranch } from './registry-tree';
import type { SettingKey } from './resource-settings';

/** What is said of resources whose names match. */
export interface ResourceSettings {
  readonly matches: (resource: string) => boolean;
  readonly words: Readonly<Record<SettingKey, readonly ExactJson[]>>;
}

/** The settings below `resources`, of which each name may be a glob. */
export function readSettings(resources: RegistryBranch): ResourceSettings[] {
  return [...resources.nodes].flatMap(([glob, node]) => {
    if (node.kind !== 'branch') return [];
    const words = { hooks: wordsIn(node, 'hooks'), restricted_actions: wordsIn(node, 'restricted_actions') };
    const isEmpty = words.hooks.length + words.restricted_actions.length === 0;
    return isEmpty ? [] : [{ matches: compileGlob(glob), words }];
  });
}

function wordsIn({ nodes }: RegistryBranch, key: SettingKey): readonly ExactJson[] {
  const node = nodes.get(key);
  if (node?.kind !== 'setting') return [];
  return Array.isArray(node.value) ? node.value : [node.value];
}

/** What all that matches a resource says together. */
export function wordsFor<Word extends string>(
  resource: string,
  settings: readonly ResourceSettings[],
  key: SettingKey,
  words: readonly Word[],
): readonly Word[] {
  const given = settings.flatMap(({ matches, words: said }) => (matches(resource) ? said[key] : []));
  return words.filter((word) => given.includes(word));
}
