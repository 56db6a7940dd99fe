import type { Json } from '#contracts';
import { isObject, prepareStack, resolveProperties } from '#template';
import type { ExactObject, Outcome, PreparedStack, PrepareOptions, ResolutionScope, TypeCatalogue } from '#template';
import { onlyBlock } from './page-blocks';
import type { PageBlock } from './page-blocks';

/** What the examples of functions in a page stand in. */
export interface ExampleWorld {
  /** A request with a HOT template, and one of CloudFormation's form. */
  readonly hot: ExactObject;
  readonly cfn: ExactObject;
  readonly scope: ResolutionScope;
  readonly options: PrepareOptions;
}

/** Reads what the page says of the stack that its examples stand in. */
export function readWorld(blocks: readonly PageBlock[], types: TypeCatalogue): ExampleWorld {
  const said = onlyBlock(blocks, 'resources') as Record<string, { reference: string; attributes: ExactObject }>;
  const parent = onlyBlock(blocks, 'parent') as { metadata: ExactObject };
  return {
    hot: onlyBlock(blocks, 'stack'),
    cfn: onlyBlock(blocks, 'cfn-stack'),
    scope: {
      reference: (resource) => said[resource]?.reference,
      attribute: (resource, name) => said[resource]?.attributes[name],
    },
    options: {
      types,
      pseudo: { stackName: 'shop', stackId: 'c8f0d1b2-1a2b-4c3d-8e4f-5a6b7c8d9e0f', projectId: 'p1' },
      parentResource: { metadata: parent.metadata, deletionPolicy: 'Retain', updatePolicy: {} },
    },
  };
}

/** What becomes of an example: its value, or what is said of it. */
export type ExampleOutcome = { readonly becomes: Json } | { readonly fault: string };

/** How the two forms of the language name what an example is put into. */
interface Form {
  readonly key: string;
  readonly conditions: string;
  readonly resources: string;
  readonly type: string;
  readonly properties: string;
  readonly condition: string;
}

const HOT: Form = {
  ...{ key: 'heat_template_version', conditions: 'conditions', resources: 'resources' },
  ...{ type: 'type', properties: 'properties', condition: 'condition' },
};

const CFN: Omit<Form, 'key'> = {
  ...{ conditions: 'Conditions', resources: 'Resources' },
  ...{ type: 'Type', properties: 'Properties', condition: 'Condition' },
};

/** Evaluates the `value` or `condition` of an example, in its version, as a part of a resource of its own. */
export function runExample(example: ExactObject, world: ExampleWorld): ExampleOutcome {
  const version = typeof example['version'] === 'string' ? example['version'] : '2021-04-16';
  const [date = '', key] = version.split('.').toReversed();
  const isHot = key === undefined;
  const request = requestOf(isHot ? world.hot : world.cfn, isHot ? HOT : { ...CFN, key }, date, example);
  const prepared = prepareStack(request, world.options);
  if (!prepared.ok) return { fault: faultOf(prepared) };
  return 'condition' in example ? conditionOf(prepared.value) : valueOf(prepared.value, world);
}

/** The stack of the examples in another version, without conditions where that has none. */
function requestOf(
  world: ExactObject,
  form: Form,
  date: string,
  example: ExactObject,
): Parameters<typeof prepareStack>[0] {
  const { template, ...request } = world;
  const written = template as Record<string, ExactObject>;
  const { value = null, condition } = example;
  const asked: ExactObject =
    condition === undefined
      ? { [form.type]: 'OS::Heat::Value', [form.properties]: { value } }
      : { [form.type]: 'OS::Heat::None', [form.condition]: 'example' };
  const conditions = { ...written[form.conditions], ...(condition === undefined ? {} : { example: condition }) };
  const sections = Object.entries(written).filter(([name]) => name !== form.conditions && !VERSION_KEYS.test(name));
  return {
    ...request,
    template: {
      ...Object.fromEntries(sections),
      [form.key]: date,
      ...(hasConditions(form.key, date) ? { [form.conditions]: conditions } : {}),
      [form.resources]: { ...written[form.resources], example: asked },
    },
  };
}

const VERSION_KEYS = /Version$|_version$/;

function hasConditions(key: string, date: string): boolean {
  return key === HOT.key ? date >= '2016-10-14' : key === 'AWSTemplateFormatVersion';
}

function conditionOf(stack: PreparedStack): ExampleOutcome {
  const truth = stack.conditions.get('example');
  return truth === undefined ? { fault: 'not known' } : { becomes: truth };
}

function valueOf(stack: PreparedStack, { scope }: ExampleWorld): ExampleOutcome {
  const resolved = resolveProperties(stack, 'example', scope);
  return resolved.ok ? { becomes: resolved.value['value'] ?? null } : { fault: faultOf(resolved) };
}

function faultOf(outcome: Extract<Outcome<unknown>, { ok: false }>): string {
  return outcome.diagnostics.map(({ detail }) => detail).join('; ');
}

/** The function that an example is of: the name of its only entry. */
export function functionOf(example: ExactObject): string | undefined {
  const called = example['condition'] ?? example['value'];
  const names = isObject(called) ? Object.keys(called) : [];
  return names.length === 1 ? names[0] : undefined;
}
