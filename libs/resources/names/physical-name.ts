import type { Step } from '../resource-type';
import { shortHash } from './short-hash';

const LIMIT = 255;

/**
 * `<stack>-<resource>-<short id>`, what Heat names a thing that nobody gave a name. The same at every run of a
 * step; another one after a replacement. Where it would be longer than 255 characters its beginning is cut.
 */
export function physicalName(step: Pick<Step, 'stackName' | 'resourceName' | 'resourceId'>): string {
  return `${step.stackName}-${step.resourceName}-${shortHash(step.resourceId)}`.slice(-LIMIT);
}
