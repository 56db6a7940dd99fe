import { environmentJson } from '../environment/environment';
import type { Environment } from '../environment/environment';
import { objectOf, own } from '../json';
import type { ExactJson, ExactObject } from '../json';
import type { Sliced } from '../slices';
import type { PreparedStack } from '../stack';
import { checkNames } from './check-names';
import { descriptionOf } from './description-of';
import { prepareOutputs } from './prepare-outputs';
import { prepareResources } from './prepare-resources';
import { prepareWorld } from './prepare-world';
import type { Preparation, TemplateRequest } from './preparation';
import { readParameterGroups } from './read-parameter-groups';
import { readParameters } from './read-parameters';
import type { GivenParameters } from './read-parameters';
import { readMapSection } from './read-section';
import { isKnown } from '../values';
import { checkSections } from './read-version';

/** Prepares a template section by section, in the order in which they rest on each other. Faults go to the preparation. */
export function* prepareTemplate(
  template: ExactObject,
  request: TemplateRequest,
  preparation: Preparation,
): Sliced<PreparedStack> {
  const { faults, valueFaults, version, place } = preparation;
  const { sections } = version.keys;
  checkSections(template, version, place, faults);
  checkNames(template, preparation);

  const { given } = request;
  const { environment } = given;
  const declared = readMapSection(template, sections.parameters, place, faults);
  const names = new Set(declared.map(([name]) => name));
  const parameters = readParameters(declared, place.at(sections.parameters), {
    ...{ rules: version.parameters, parameterDefaults: environment.parameterDefaults, faults, valueFaults, given },
    required: preparation.requireParameters ?? true,
  });
  const pseudoParameters = version.pseudoParameters(preparation.pseudo);
  const grouped = new Set([...names, ...pseudoParameters.keys()]);
  const parameterGroups = readParameterGroups({ json: template, place }, sections.parameterGroups, grouped, faults);

  const known = { names, parameters, pseudoParameters, files: request.files, given: given.request.values };
  const ground = prepareWorld(template, known, preparation);
  const { resources, world } = yield* prepareResources(template, ground, request, preparation);
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
    environment: environmentJson(withProperties(given), request.registry.toJson()),
    world,
  };
}

/** The properties that a nested template is given are the parameters of its environment, as far as they are known. */
function withProperties({ request, environment }: GivenParameters): Environment {
  if (!request.areProperties) return environment;
  const known = Object.entries(request.values).filter((entry): entry is [string, ExactJson] => isKnown(entry[1]));
  return { ...environment, parameters: objectOf(known) };
}
