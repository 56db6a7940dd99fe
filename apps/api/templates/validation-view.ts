import type { Diagnostic } from '#contracts';
import { hiddenNames, MASK, maskEnvironment } from '#template';
import type { ExactJson, ParameterGroup, PreparedParameter, PreparedResource, PreparedStack } from '#template';
import { ParameterDto, ParameterGroupDto, TemplateResourceDto, ValidationDto } from './dto/validation.dto';

/** What `POST /v2/validate_template` answers of a template that is right. Hidden values and defaults are masked. */
export function validationView(stack: PreparedStack, warnings: readonly Diagnostic[]): ValidationDto {
  return {
    description: stack.description,
    parameters: viewAll(stack.parameters, parameterView),
    parameter_groups: stack.parameterGroups.map(groupView),
    environment: maskEnvironment(stack.environment, hiddenNames(stack)),
    resources: viewAll(stack.resources, resourceView),
    conditions: Object.fromEntries(stack.conditions),
    outputs: viewAll(stack.outputs, ({ description }) => ({ description })),
    warnings,
  };
}

function viewAll<T, V>(entries: ReadonlyMap<string, T>, view: (entry: T) => V): Record<string, V> {
  return Object.fromEntries([...entries].map(([name, entry]) => [name, view(entry)]));
}

function parameterView(parameter: PreparedParameter): ParameterDto {
  const { type, label, description, hidden, immutable, tags, constraints } = parameter;
  const show = (value: ExactJson | undefined): ExactJson | undefined => (hidden && value !== undefined ? MASK : value);
  const fallback = show(parameter.default);
  const value = show(parameter.value);
  return {
    ...{ type, label, description, hidden, immutable, tags, constraints },
    ...(fallback === undefined ? {} : { default: fallback }),
    ...(value === undefined ? {} : { value }),
  };
}

function groupView({ label, description, parameters }: ParameterGroup): ParameterGroupDto {
  return { label, description, parameters };
}

function resourceView(resource: PreparedResource): TemplateResourceDto {
  return {
    type: resource.type,
    description: resource.description,
    requires: resource.dependencies,
    deletion_policy: resource.deletionPolicy,
  };
}
