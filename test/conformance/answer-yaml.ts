import { probe } from '#template';
import type { Answer } from './comparison';
import type { Vector } from './vectors';

/** Reads the text of a case of `yaml11.jsonl`: a template's is JSON or YAML and a map, an environment's is YAML. */
export function answerYaml(vector: Vector): Answer {
  const isEnvironment = vector['parser'] === 'environment';
  const read = probe.probeText(String(vector['yaml']), isEnvironment ? 'yaml' : 'json or yaml');
  if (!read.ok) return { error: read.details.join('; ') };
  const value = read.value ?? {};
  if (typeof value !== 'object' || Array.isArray(value)) return { error: 'not a map' };
  return { value };
}
