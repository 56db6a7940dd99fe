import type { Json, JsonObject } from '#contracts';
import { environmentJson } from '../environment/environment';
import { own } from '../json';
import type { Sliced } from '../slices';
import type { PreparedStack } from '../stack';
import { pythonText } from '../text/python-repr';
import { isTruthy } from '../text/truth';
import { checkNames } from './check-names';
import { prepareOutputs } from './prepare-outputs';
import { prepareResources } from './prepare-resources';
import { prepareWorld } from './prepare-world';
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
  const { sections } = version.keys;
  checkSections(template, version, TEMPLATE, faults);
  checkNames(template, version, request.isText, faults);

  const declared = readMapSection(template, sections.parameters, TEMPLATE, faults);
  const names = new Set(declared.map(([name]) => name));
  const parameters = readParameters(declared, TEMPLATE.at(sections.parameters), {
    rules: version.parameters,
    faults,
    valueFaults: preparation.valueFaults,
    given: { request: request.parameters, environment: request.environment },
    required: preparation.requireParameters ?? true,
  });
  const pseudoParameters = version.pseudoParameters(preparation.pseudo);
  const grouped = new Set([...names, ...pseudoParameters.keys()]);
  const parameterGroups = readParameterGroups(template, sections.parameterGroups, grouped, faults);

  const known = { names, parameters, pseudoParameters, files: request.files };
  const ground = prepareWorld(template, known, preparation);
  const { resources, world } = yield* prepareResources(template, ground, request.environment, preparation);
  const outputs = prepareOutputs(template, { ...ground, world }, preparation);

  return {
    template,
    version: version.date,
    keys: version.keys,
    description: descriptionOf(own(template, sections.description)),
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

function descriptionOf(description: Json = ''): string {
  return isTruthy(description) ? pythonText(description) : 'No description';
}
