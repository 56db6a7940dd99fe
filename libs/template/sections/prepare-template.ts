import type { JsonObject } from '#contracts';
import { environmentJson } from '../environment/environment';
import { own } from '../json';
import type { Sliced } from '../slices';
import type { PreparedStack } from '../stack';
import { pythonText } from '../text/python-repr';
import { isTruthy } from '../text/truth';
import { prepareOutputs } from './prepare-outputs';
import { prepareResources } from './prepare-resources';
import { preparePseudoParameters, prepareWorld } from './prepare-world';
import type { Preparation } from './preparation';
import { readParameterGroups } from './read-parameter-groups';
import { readParameters } from './read-parameters';
import { TEMPLATE } from './read-request';
import type { ReadRequest } from './read-request';
import { readMapSection } from './read-section';
import { checkSections } from './read-version';

/** Prepares a template section by section, in the order in which they rest on each other. Faults go to the preparation. */
export function* prepareTemplate(
  template: JsonObject,
  request: ReadRequest,
  preparation: Preparation,
): Sliced<PreparedStack> {
  const { faults, version } = preparation;
  checkSections(template, version, TEMPLATE, faults);

  const declared = readMapSection(template, 'parameters', TEMPLATE, faults);
  const names = new Set(declared.map(([name]) => name));
  const parameters = readParameters(declared, TEMPLATE.at('parameters'), {
    rules: version.parameters,
    faults,
    valueFaults: preparation.valueFaults,
    given: { request: request.parameters, environment: request.environment },
    required: preparation.requireParameters ?? true,
  });
  const pseudoParameters = preparePseudoParameters(preparation.pseudo);
  const groups = TEMPLATE.at('parameter_groups');
  const grouped = new Set([...names, ...pseudoParameters.keys()]);
  const parameterGroups = readParameterGroups(own(template, 'parameter_groups'), grouped, groups, faults);

  const known = { names, parameters, pseudoParameters, files: request.files };
  const ground = prepareWorld(template, known, preparation);
  const { resources, world } = yield* prepareResources(template, ground, request.environment, preparation);
  const outputs = prepareOutputs(template, { ...ground, world }, preparation);

  return {
    template,
    version: version.date,
    description: descriptionOf(template),
    parameters,
    pseudoParameters,
    parameterGroups,
    conditions: ground.conditionTruths(),
    resources,
    outputs,
    environment: environmentJson(request.environment),
    world,
  };
}

function descriptionOf(template: JsonObject): string {
  const description = own(template, 'description') ?? '';
  return isTruthy(description) ? pythonText(description) : 'No description';
}
