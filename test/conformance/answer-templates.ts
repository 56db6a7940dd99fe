import { countResources, prepareStack } from '#template';
import type { ExactJson, ExactObject, Outcome, PreparedResource, PreparedStack } from '#template';
import type { Answer } from './comparison';
import { corpusText, filesBeside } from './corpus-files';
import { heatValidation } from './heat-validation';
import { typesWith } from './types';
import type { Folders, Vector } from './vectors';

interface TemplateVector extends Vector {
  readonly template: string;
  readonly environment?: string;
  readonly params?: ExactObject;
  /** Parameters of a case of `graph.jsonl`. */
  readonly parameters?: ExactObject;
  /** Of the corpus, instead of `template`. */
  readonly path?: string;
  readonly files?: ExactObject;
  readonly environment_files?: readonly string[];
  readonly types_as_none?: readonly string[];
  readonly show_nested?: boolean;
}

const PSEUDO = { stackName: 'stack0', stackId: '11111111-2222-3333-4444-555555555555', projectId: 'tenant0' };

/** Heat's default. In Kiln this is a quota of the api's. */
const MOST_RESOURCES = 1000;
const OVER_QUOTA: Answer = { error: `a stack may have ${MOST_RESOURCES} resources` };

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
      // Heat's template validation looks into nested templates only when it is to show them.
      nestedChecks: validating && vector.show_nested !== true ? 'text' : 'form',
    },
  );
}

/** What Kiln says to creating the stack of a case of `templates.jsonl`. */
export function answerCreate(vector: Vector): Answer {
  const prepared = prepare(vector as TemplateVector, 'create');
  if (!prepared.ok) return { error: prepared.diagnostics.map(({ path, detail }) => `${path} ${detail}`).join('; ') };
  const stack = prepared.value;
  if (countResources(stack) > MOST_RESOURCES) return OVER_QUOTA;
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

/** What Kiln's template validation, with Heat's leniency about values, says of the template of a case. */
export function answerValidate(vector: Vector): Answer {
  const { params = {}, show_nested: showNested = false } = vector as TemplateVector;
  const prepared = prepare(vector as TemplateVector, 'validate');
  if (!prepared.ok) return { error: prepared.diagnostics.map(({ path, detail }) => `${path} ${detail}`).join('; ') };
  if (countResources(prepared.value) > MOST_RESOURCES) return OVER_QUOTA;
  return { value: heatValidation(prepared.value, params, showNested) };
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
function edgesOf(stack: PreparedStack, neededBy: (resource: PreparedResource) => readonly string[]): ExactJson[] {
  const edges = [...stack.resources.values()].flatMap((resource) =>
    neededBy(resource).map((needed) => [resource.name, needed]),
  );
  return edges.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}
