import type { Diagnostic } from '#contracts';
import { changedImmutables, prepareStack, probe } from '#template';
import type { ExactJson, ExactObject, Outcome, PreparedStack } from '#template';
import type { Answer } from './comparison';
import { typesWith } from './types';
import type { Vector } from './vectors';
import { versionName } from './version-names';

interface ParameterVector extends Vector {
  readonly version: string;
  readonly schema: ExactJson;
  readonly value?: ExactJson;
  readonly parameter_default?: ExactJson;
}

interface SetVector extends Vector {
  readonly version: string;
  readonly parameters: ExactObject;
  readonly values: ExactObject;
  readonly parameter_groups?: ExactJson;
}

interface UpdateVector extends Vector {
  readonly version: string;
  readonly old_parameters: ExactObject;
  readonly old_values: ExactObject;
  readonly new_parameters: ExactObject;
  readonly new_values: ExactObject;
}

/** Answers a case of `parameters.jsonl`, by its kind. */
export function answerParameters(vector: Vector): Answer {
  switch (vector['kind']) {
    case 'parameter_set':
      return answerSet(vector as SetVector);
    case 'parameter_update':
      return answerUpdate(vector as UpdateVector);
    default:
      return answerParameter(vector as ParameterVector);
  }
}

function answerParameter({ schema, version, value = null, parameter_default = null }: ParameterVector): Answer {
  const probed = probe.probeParameter('p', schema, versionName(version), { value, default: parameter_default });
  return probed.ok ? { value: probed.value } : { error: probed.details.join('; '), phase: probed.phase };
}

function answerSet({ version, parameters, values, parameter_groups = null }: SetVector): Answer {
  const template = { heat_template_version: version, parameters, parameter_groups };
  const prepared = prepare(template, values);
  if (prepared.ok) return { value: valuesOf(prepared.value) };
  const [first] = prepared.diagnostics;
  return { error: first?.detail ?? '', phase: phaseOf(first) };
}

function phaseOf(diagnostic: Diagnostic | undefined): string {
  const path = diagnostic?.path ?? '';
  if (path.startsWith('/template/parameter_groups')) return 'parameter_groups';
  return path.startsWith('/parameters') ? 'parameters' : 'template';
}

function answerUpdate(vector: UpdateVector): Answer {
  const { version } = vector;
  const before = prepare({ heat_template_version: version, parameters: vector.old_parameters }, vector.old_values);
  const after = prepare({ heat_template_version: version, parameters: vector.new_parameters }, vector.new_values);
  if (!before.ok || !after.ok) return { error: 'one of both is wrong' };
  return { value: changedImmutables(before.value, after.value).sort() };
}

function prepare(template: ExactObject, parameters: ExactObject): Outcome<PreparedStack> {
  const pseudo = { stackName: 'stack0', stackId: 'id', projectId: 'tenant0' };
  return prepareStack({ template, parameters }, { types: typesWith(), pseudo });
}

function valuesOf(stack: PreparedStack): ExactObject {
  return Object.fromEntries([...stack.parameters].map(([name, { value = null }]) => [name, value]));
}
