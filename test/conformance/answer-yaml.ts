import { probe } from '#template';
import type { Answer } from './comparison';
import type { Vector } from './vectors';

/** Reads the text of a case of `yaml11.jsonl`: a template's, which must be a map, or an environment's. */
export function answerYaml(vector: Vector): Answer {
  const text = String(vector['yaml']);
  const isEnvironment = vector['parser'] === 'environment';
  const read = isEnvironment ? probe.probeEnvironmentText(text) : probe.probeTemplateText(text);
  if (!read.ok) return { error: read.details.join('; ') };
  const value = read.value ?? {};
  if (typeof value !== 'object' || Array.isArray(value)) return { error: 'not a map' };
  return { value };
}
