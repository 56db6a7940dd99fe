import { createDelay } from './heat/delay';
import { none } from './heat/none';
import { createRandomString } from './heat/random-string';
import { testResource } from './heat/test-resource';
import { cfnWaitConditionHandle, updateWaitConditionHandle, waitConditionHandle } from './heat/wait-condition-handle';
import { cfnWaitCondition, waitCondition } from './heat/wait-condition';
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
  waitCondition,
  waitConditionHandle,
  updateWaitConditionHandle,
  cfnWaitCondition,
  cfnWaitConditionHandle,
  queue,
  database,
];
