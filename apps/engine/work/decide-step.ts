import { randomUUID } from 'node:crypto';
import { actualProperties } from '#comparison';
import type { JsonObject, ResourceId } from '#contracts';
import type { SecretBox } from '#entities';
import type { Observation, ResourceType } from '#resources';
import type { Beginning, Drift } from '../commit/change';

/** What a look showed, where there was one. */
export interface Sight {
  readonly observation: Observation;
  /** What the thing was made with. */
  readonly made: JsonObject;
  /** Where it is told that it is not as it should be. */
  readonly drift: Drift | undefined;
}

/** How a step begins that was decided upon. */
export function beginningOf(
  change: 'create' | 'update' | 'replace',
  type: ResourceType,
  { sight, secrets }: { sight: Sight | undefined; secrets: SecretBox },
): Beginning {
  return {
    ...(sight?.drift === undefined ? {} : { drift: sight.drift }),
    ...(sight === undefined || change !== 'update' ? {} : seenThing(sight, secrets)),
    task: change === 'update' ? 'update' : 'create',
    madeType: type.schema.type,
    replacement: change === 'replace' ? (randomUUID() as ResourceId) : null,
    tells: type.instant !== true,
  };
}

/** What is changed in place is changed from what was seen. */
function seenThing({ observation, made }: Sight, secrets: SecretBox): Pick<Beginning, 'seen'> {
  if (observation.outcome !== 'found') return {};
  const { attributes, physicalId = null } = observation;
  return {
    seen: {
      physicalId,
      properties: secrets.seal(actualProperties(made, observation)),
      attributes: attributes === undefined ? null : secrets.seal(attributes),
    },
  };
}
