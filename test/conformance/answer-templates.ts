import type { Json, JsonObject } from '#contracts';
import { prepareStack } from '#template';
import type { Outcome, PreparedResource, PreparedStack } from '#template';
import type { Answer } from './comparison';
import { corpusText, filesBeside } from './corpus-files';
import { typesWith } from './types';
import type { Folders, Vector } from './vectors';

interface TemplateVector extends Vector {
  readonly template: string;
  readonly environment?: string;
  readonly params?: JsonObject;
  /** Parameters of a case of `graph.jsonl`. */
  readonly parameters?: JsonObject;
  /** Of the corpus, instead of `template`. */
  readonly path?: string;
  readonly files?: JsonObject;
  readonly environment_files?: readonly string[];
  readonly types_as_none?: readonly string[];
}

const PSEUDO = { stackName: 'stack0', stackId: '11111111-2222-3333-4444-555555555555', projectId: 'tenant0' };

function prepare(vector: TemplateVector, mode: 'create' | 'validate'): Outcome<PreparedStack> {
  const validating = mode === 'validate';
  return prepareStack(
    {
      template: vector.template,
      files: vector.files ?? {},
      environment: vector.environment ?? null,
      environmentFiles: vector.environment_files ?? [],
      parameters: vector.params ?? vector.parameters ?? {},
    },
    {
      types: typesWith(vector.types_as_none),
      pseudo: PSEUDO,
      acceptUnavailable: true,
      requireParameters: !validating,
      checkValues: !validating,
    },
  );
}

/** What Kiln says to creating the stack of a case of `templates.jsonl`. */
export function answerCreate(vector: Vector): Answer {
  const prepared = prepare(vector as TemplateVector, 'create');
  if (!prepared.ok) return { error: prepared.diagnostics.map(({ path, detail }) => `${path} ${detail}`).join('; ') };
  const stack = prepared.value;
  return {
    value: {
      ok: true,
      description: stack.description,
      parameters: Object.fromEntries([...stack.parameters].map(([name, { value = null }]) => [name, value])),
      resources: [...stack.resources.keys()].sort(),
      outputs: [...stack.outputs.keys()].sort(),
      resource_types: Object.fromEntries([...stack.resources].map(([name, { type }]) => [name, type])),
      edges: edgesOf(stack, ({ dependencies }) => dependencies),
    },
  };
}

/** Whether Kiln's template validation, with Heat's leniency about values, takes the template of a case. */
export function answerValidate(vector: Vector): Answer {
  const prepared = prepare(vector as TemplateVector, 'validate');
  if (!prepared.ok) return { error: prepared.diagnostics.map(({ path, detail }) => `${path} ${detail}`).join('; ') };
  return { value: { ok: true } };
}

/** The graph of a case of `graph.jsonl`: resources, the edges that the template's text makes, and those that types add. */
export function answerGraph(vector: Vector, { corpus }: Folders): Answer {
  const { path } = vector as TemplateVector;
  const template = path === undefined ? {} : { template: corpusText(corpus, path), files: filesBeside(corpus, path) };
  const prepared = prepare({ ...(vector as TemplateVector), ...template }, 'validate');
  if (!prepared.ok) return { error: prepared.diagnostics.map((found) => `${found.path} ${found.detail}`).join('; ') };
  const stack = prepared.value;
  const implicit = edgesOf(stack, ({ implicitDependencies }) => implicitDependencies);
  const written = edgesOf(stack, ({ dependencies, implicitDependencies }) =>
    dependencies.filter((name) => !implicitDependencies.includes(name)),
  );
  return { value: { resources: [...stack.resources.keys()].sort(), edges: written, implicit_edges: implicit } };
}

/** `[a, b]`: a requires b. */
function edgesOf(stack: PreparedStack, neededBy: (resource: PreparedResource) => readonly string[]): Json[] {
  const edges = [...stack.resources.values()].flatMap((resource) =>
    neededBy(resource).map((needed) => [resource.name, needed]),
  );
  return edges.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}
