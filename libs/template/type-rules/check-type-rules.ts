import type { Evaluation } from '../expressions/expression';
import { mayReveal } from '../expressions/walk';
import { own } from '../json';
import { resourceProperties } from '../resources/resource-properties';
import type { TypedResource } from '../sections/map-types';
import { UNKNOWN } from '../values';
import { capacityWithin } from './capacity-rule';
import { launchConfigurationReferred, oneOrigin } from './launch-configuration-rule';
import { roomForMinimums } from './random-string-rule';
import { stepOfPercentage } from './scaling-policy-rule';
import type { TypeRule } from './type-rule';
import { valueOfItsType } from './value-rule';

const RULES: ReadonlyMap<string, readonly TypeRule[]> = new Map([
  ['OS::Heat::Value', [valueOfItsType]],
  ['OS::Heat::RandomString', [roomForMinimums]],
  ['OS::Heat::AutoScalingGroup', [capacityWithin('min_size', 'max_size', 'desired_capacity')]],
  [
    'AWS::AutoScaling::AutoScalingGroup',
    [capacityWithin('MinSize', 'MaxSize', 'DesiredCapacity'), oneOrigin, launchConfigurationReferred],
  ],
  ['OS::Heat::InstanceGroup', [launchConfigurationReferred]],
  [
    'OS::Heat::ScalingPolicy',
    [stepOfPercentage('min_adjustment_step', 'adjustment_type', 'percent_change_in_capacity')],
  ],
  [
    'AWS::AutoScaling::ScalingPolicy',
    [stepOfPercentage('MinAdjustmentStep', 'AdjustmentType', 'PercentChangeInCapacity')],
  ],
]);

interface Ruling {
  /** Knows the properties, and tells nobody what is wrong with them: that was told by then. */
  readonly silent: Evaluation;
  /** Takes what the rules say. */
  readonly values: Evaluation;
  readonly dependencies: readonly string[];
}

/** Checks what the resource's type wants of its properties together. */
export function checkTypeRules(resource: TypedResource, { silent, values, dependencies }: Ruling): void {
  const rules = RULES.get(resource.schema.type);
  if (rules === undefined) return;
  const place = resource.place.at('properties');
  const properties = resourceProperties(resource, place, silent);
  if (properties === UNKNOWN) return;
  const context = {
    property: (name: string) => own(properties, name),
    reveal: mayReveal(resource.properties, silent),
    hasResource: (name: string) => values.hasResource(name),
    dependsOn: (name: string) => dependencies.includes(name),
    report: (property: string, detail: string) => void values.report(place.at(property), detail),
  };
  for (const rule of rules) rule(context);
}
