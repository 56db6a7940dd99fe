import { ownName } from '../names/own-name';
import { wordOf } from '../property-values';
import { ResourceFailure } from '../resource-failure';
import type { Step } from '../resource-type';

/** RabbitMQ's limit for names, in bytes; names here are ASCII. */
const LIMIT = 255;
const RESERVED = /^(kiln|amq\.)/i;

/**
 * `<project>.<name>`, or `<project>.<stack>-<resource>-<short id>` where the template gives no name. A project has
 * no dot in it, so no two projects share a name.
 */
export function queueNameOf(step: Step): string {
  const name = wordOf(step.properties['name']) ?? ownName(step, '-', LIMIT - step.project.length - 1);
  return `${step.project}.${name}`;
}

/** Throws ResourceFailure for names that belong to Kiln or to RabbitMQ. */
export function refuseReserved(step: Step, queueName: string): void {
  const given = wordOf(step.properties['name']);
  const reserved = [given, queueName].find((name) => name !== undefined && RESERVED.test(name));
  if (reserved !== undefined) {
    throw new ResourceFailure(
      `queue name "${reserved}" is reserved: names that begin with "kiln" or "amq." are not for resources`,
    );
  }
}
