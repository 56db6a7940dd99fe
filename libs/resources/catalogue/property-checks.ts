import type { JsonObject } from '#contracts';
import type { PropertyFault, ResourceSchema } from '#template';
import { numberOf, textOf, wordOf } from '../property-values';

type Check = NonNullable<ResourceSchema['check']>;

const checkAwsSizes = sizeCheck({ least: 'MinSize', most: 'MaxSize', wanted: 'DesiredCapacity' });

/** What some of Heat's types want of properties that are each right by themselves. */
export const PROPERTY_CHECKS: Readonly<Record<string, Check>> = {
  'OS::Heat::AutoScalingGroup': sizeCheck({ least: 'min_size', most: 'max_size', wanted: 'desired_capacity' }),
  'OS::Heat::InstanceGroup': checkLaunchConfiguration,
  'AWS::AutoScaling::AutoScalingGroup': (properties) => [
    ...checkAwsSizes(properties),
    ...checkLaunchConfiguration(properties),
  ],
  'OS::Heat::ScalingPolicy': checkAdjustmentStep,
};

/** The size that is wanted of a group lies between its least and its most. */
function sizeCheck({ least, most, wanted }: { least: string; most: string; wanted: string }): Check {
  return (properties) => {
    const [min, max, size] = [least, most, wanted].map((name) => numberOf(properties[name]));
    if (min === undefined || max === undefined) return [];
    if (min > max) return [{ property: least, detail: `expected no more than \`${most}\`` }];
    if (size === undefined || (size >= min && size <= max)) return [];
    return [{ property: wanted, detail: `expected a size from \`${least}\` to \`${most}\`` }];
  };
}

/** A text that is known before anything is made is a mere name: the group would not wait for what it names. */
function checkLaunchConfiguration(properties: JsonObject): PropertyFault[] {
  const name = wordOf(properties['LaunchConfigurationName']);
  if (name === undefined) return [];
  const detail = 'expected a reference to a launch configuration of the stack, such as `{get_resource: …}`, not a name';
  return [{ property: 'LaunchConfigurationName', detail }];
}

function checkAdjustmentStep(properties: JsonObject): PropertyFault[] {
  const type = textOf(properties['adjustment_type']);
  const isGiven = numberOf(properties['min_adjustment_step']) !== undefined;
  if (!isGiven || type === undefined || type === 'percent_change_in_capacity') return [];
  const detail = 'has a meaning only where `adjustment_type` is `percent_change_in_capacity`';
  return [{ property: 'min_adjustment_step', detail }];
}
