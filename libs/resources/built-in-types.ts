import { createDelay } from './heat/delay';
import { none } from './heat/none';
import { createRandomString } from './heat/random-string';
import { testResource } from './heat/test-resource';
import { value } from './heat/value';
import { database } from './postgresql/database';
import { queue } from './rabbitmq/queue';
import type { ResourceType } from './resource-type';

/** The types that come with Kiln. */
export const builtInTypes: readonly ResourceType[] = [
  none,
  value,
  createRandomString(),
  testResource,
  createDelay(),
  queue,
  database,
];
