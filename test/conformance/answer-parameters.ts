import type { Json } from '#contracts';
import { probe } from '#template';
import type { Answer } from './comparison';
import type { Vector } from './vectors';

interface ParameterVector extends Vector {
  readonly version: string;
  readonly schema: Json;
  readonly value?: Json;
  readonly parameter_default?: Json;
}

/** Reads the parameter of a case of `parameters.jsonl` whose kind is `parameter`. */
export function answerParameter(vector: Vector): Answer {
  const { schema, version, value = null, parameter_default = null } = vector as ParameterVector;
  const probed = probe.probeParameter('p', schema, version, { value, default: parameter_default });
  return probed.ok ? { value: probed.value } : { error: probed.details.join('; '), phase: probed.phase };
}
