import { randomUUID } from 'node:crypto';
import type { ResourceId } from '#contracts';
import type { ResourceType } from '#resources';
import type { Beginning } from '../commit/change';

/** How a step begins that was decided upon. */
export function beginningOf(change: 'create' | 'update' | 'replace', type: ResourceType): Beginning {
  return {
    task: change === 'update' ? 'update' : 'create',
    madeType: type.schema.type,
    replacement: change === 'replace' ? (randomUUID() as ResourceId) : null,
    tells: type.instant !== true,
  };
}
