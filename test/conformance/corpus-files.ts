import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isObject, probe } from '#template';
import type { ExactJson, ExactObject } from '#template';

/** The text of a template of the corpus. */
export function corpusText(corpus: string, path: string): string {
  return readFileSync(join(corpus, path), 'utf8');
}

/** The files that a case names, each by where it lies in the corpus, or `null` where the corpus lacks it. */
export function filesAt(corpus: string, paths: Readonly<Record<string, string | null>>): ExactObject {
  const files = Object.entries(paths).flatMap(([name, path]): [string, ExactJson][] => {
    if (path !== null) return [[name, corpusText(corpus, path)]];
    return isTemplate(name) ? [] : [[name, standIn(name)]];
  });
  return Object.fromEntries(files);
}

/** The files that a template names, from beside it; what the corpus lacks is stood in for. */
export function filesBeside(corpus: string, path: string): ExactObject {
  const read = probe.probeTemplateText(corpusText(corpus, path));
  const named = new Set(read.ok ? namesIn(read.value) : []);
  const files = [...named].flatMap((name): [string, ExactJson][] => {
    const file = join(corpus, dirname(path), name);
    if (existsSync(file)) return [[name, readFileSync(file, 'utf8')]];
    return isTemplate(name) ? [] : [[name, standIn(name)]];
  });
  return Object.fromEntries(files);
}

function namesIn(value: ExactJson): string[] {
  if (!Array.isArray(value) && !isObject(value)) return [];
  const entries = Object.entries(value);
  const here = entries.flatMap(([key, name]) => {
    const isFile = key === 'get_file' || (key === 'type' && typeof name === 'string' && isTemplate(name));
    return isFile && typeof name === 'string' ? [name] : [];
  });
  return [...here, ...entries.flatMap(([, child]) => namesIn(child))];
}

function isTemplate(name: string): boolean {
  return /\.(?:yaml|template)$/.test(name);
}

function standIn(name: string): string {
  return `FILE:${name}`;
}
