import type { ExactObject } from '../json';
import { refuseAdoption, reportNotYet } from './not-yet';
import type { Sliced } from '../slices';
import { reportSharedNames } from './check-resources';
import { isEnabled } from './is-enabled';
import type { Preparation, TemplateRequest } from './preparation';
import type { Ground } from './prepare-world';
import { prepareWritten } from './prepare-written';
import type { PreparedResources } from './prepare-written';
import { placeOf, readResources } from './read-resources';
import { readMapSection } from './read-section';

/** Reads the resources, leaves out those whose condition is false, and checks the others against their types. */
export function* prepareResources(
  template: ExactObject,
  ground: Ground,
  request: TemplateRequest,
  preparation: Preparation,
): Sliced<PreparedResources> {
  const { faults, version, place, nesting } = preparation;
  const section = version.keys.sections.resources;
  const entries = readMapSection(template, section, place, faults);
  nesting.count.resources += entries.length;
  const written = yield* readResources(entries, place.at(section), { ...ground.context, version });
  reportSharedNames(written, ground.parameterNames, faults);
  const enabled = written.filter((resource) =>
    isEnabled(resource.condition, placeOf(resource, 'condition'), ground.context),
  );
  if (preparation.canAdopt === false) refuseAdoption(enabled, faults);
  const names = new Set(entries.map(([name]) => name));
  const prepared = yield* prepareWritten({ enabled, names, world: ground.world }, request, preparation);
  reportNotYet(prepared.resources, preparation);
  return prepared;
}
