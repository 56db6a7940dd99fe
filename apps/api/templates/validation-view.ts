import type { Diagnostic } from '#contracts';
import { hiddenNames, isObject } from '#template';
import type {
  ExactJson,
  ExactObject,
  ParameterGroup,
  PreparedParameter,
  PreparedResource,
  PreparedStack,
} from '#template';

const HIDDEN = '******';

/** What `POST /v2/validate_template` answers of a template that is right. Hidden values and defaults are masked. */
export function validationView(stack: PreparedStack, warnings: readonly Diagnostic[]): object {
  return {
    description: stack.description,
    parameters: viewAll(stack.parameters, parameterView),
    parameter_groups: stack.parameterGroups.map(groupView),
    environment: maskEnvironment(stack),
    resources: viewAll(stack.resources, resourceView),
    conditions: Object.fromEntries(stack.conditions),
    outputs: viewAll(stack.outputs, ({ description }) => ({ description })),
    warnings,
  };
}

function viewAll<T>(entries: ReadonlyMap<string, T>, view: (entry: T) => object): Record<string, object> {
  return Object.fromEntries([...entries].map(([name, entry]) => [name, view(entry)]));
}

function parameterView(parameter: PreparedParameter): object {
  const { type, label, description, hidden, immutable, tags, constraints } = parameter;
  const show = (value: ExactJson | undefined): ExactJson | undefined =>
    hidden && value !== undefined ? HIDDEN : value;
  const values = { default: show(parameter.default), value: show(parameter.value) };
  return { type, label, description, hidden, immutable, tags, constraints, ...values };
}

function groupView({ label, description, parameters }: ParameterGroup): object {
  return { label, description, parameters };
}

function resourceView(resource: PreparedResource): object {
  return {
    type: resource.type,
    description: resource.description,
    requires: resource.dependencies,
    deletion_policy: resource.deletionPolicy,
  };
}

/** The environment may give values to hidden parameters, and defaults, which reach nested templates too. */
function maskEnvironment(stack: PreparedStack): ExactObject {
  const hidden = hiddenNames(stack);
  const mask = (section: ExactJson | undefined): ExactJson | undefined => {
    if (!isObject(section)) return section;
    const masked = Object.entries(section).map(([name, value]) => [name, hidden.has(name) ? HIDDEN : value]);
    return Object.fromEntries(masked) as ExactObject;
  };
  const sections = Object.entries(stack.environment).map(([name, section]) => [
    name,
    ['parameters', 'parameter_defaults'].includes(name) ? mask(section) : section,
  ]);
  return Object.fromEntries(sections) as ExactObject;
}
