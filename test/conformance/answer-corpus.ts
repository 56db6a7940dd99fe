import { prepareStack } from '#template';
import type { ExactJson, ExactObject, Outcome, PreparedStack, StackRequest } from '#template';
import { apiParameter, heatTypeOf } from './api-parameter';
import type { Answer } from './comparison';
import { corpusText, filesAt } from './corpus-files';
import { typesWith } from './types';
import type { Folders, Vector } from './vectors';

interface CorpusVector extends Vector {
  readonly path: string;
  readonly environment?: ExactObject;
  readonly files?: Readonly<Record<string, string | null>>;
}

const PSEUDO = { stackName: 'stack0', stackId: '11111111-2222-3333-4444-555555555555', projectId: 'tenant0' };

/** What Kiln's template validation, with Heat's leniency about values, says of a template of the corpus. */
export function answerCorpus(vector: Vector, { corpus }: Folders): Answer {
  const { environment } = vector as CorpusVector;
  return answerOf(validate(vector as CorpusVector, corpus, environment === undefined ? {} : { environment }));
}

/** Whether it is taken without the environment that maps the types which Heat does not have. */
export function answerWithoutEnvironment(vector: Vector, { corpus }: Folders): Answer {
  return verdictOf(validate(vector as CorpusVector, corpus, {}));
}

/** Whether it is taken with these values for its parameters. */
export function answerWithValues(vector: Vector, { corpus }: Folders, parameters: ExactObject): Answer {
  const { environment = {} } = vector as CorpusVector;
  return verdictOf(validate(vector as CorpusVector, corpus, { environment, parameters }));
}

function validate(vector: CorpusVector, corpus: string, more: Partial<StackRequest>): Outcome<PreparedStack> {
  return prepareStack(
    { template: corpusText(corpus, vector.path), files: filesAt(corpus, vector.files ?? {}), ...more },
    {
      types: typesWith(),
      pseudo: PSEUDO,
      acceptUnavailable: true,
      requireParameters: false,
      checkValues: false,
      nestedChecks: 'text',
    },
  );
}

function verdictOf(prepared: Outcome<PreparedStack>): Answer {
  return prepared.ok ? { value: { ok: true } } : faultsOf(prepared);
}

function faultsOf({ diagnostics }: Extract<Outcome<PreparedStack>, { ok: false }>): Answer {
  return { error: diagnostics.map(({ path, detail }) => `${path} ${detail}`).join('; ') };
}

function answerOf(prepared: Outcome<PreparedStack>): Answer {
  if (!prepared.ok) return faultsOf(prepared);
  const { description, parameters, parameterGroups, template } = prepared.value;
  const groups = parameterGroups.map((group) => ({ ...group, parameters: [...group.parameters] }));
  return {
    value: {
      ok: true,
      description,
      parameters: Object.fromEntries([...parameters].map(([name, parameter]) => [name, heatTypeOf(parameter)])),
      api_parameters: Object.fromEntries([...parameters].map(([name, parameter]) => [name, apiParameter(parameter)])),
      sections: Object.fromEntries(Object.entries(template).map(([name, section]) => [name, sizeOf(section)])),
      ...(groups.length === 0 ? {} : { parameter_groups: groups }),
    },
  };
}

function sizeOf(section: ExactJson): number {
  return typeof section === 'object' && section !== null ? Object.keys(section).length : 1;
}
