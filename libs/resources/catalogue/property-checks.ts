import type { CheckedResource, PropertyFault, ResourceSchema } from '#template';
import { numberOf, textOf, wordOf } from '../property-values';
import type { JsonObject } from '#contracts';

type Check = NonNullable<ResourceSchema['check']>;

/** What some of Heat's types want of properties that are each right by themselves. */
export const PROPERTY_CHECKS: Readonly<Record<string, Check>> = {
  'OS::Heat::AutoScalingGroup': sizeCheck({ least: 'min_size', most: 'max_size', wanted: 'desired_capacity' }),
  'OS::Heat::InstanceGroup': checkLaunchConfiguration,
  'AWS::AutoScaling::AutoScalingGroup': allOf(
    sizeCheck({ least: 'MinSize', most: 'MaxSize', wanted: 'DesiredCapacity' }),
    checkOrigin,
    checkLaunchConfiguration,
  ),
  'OS::Heat::ScalingPolicy': stepCheck({
    step: 'min_adjustment_step',
    kind: 'adjustment_type',
    percentage: 'percent_change_in_capacity',
  }),
  'AWS::AutoScaling::ScalingPolicy': stepCheck({
    step: 'MinAdjustmentStep',
    kind: 'AdjustmentType',
    percentage: 'PercentChangeInCapacity',
  }),
};

function allOf(...checks: readonly Check[]): Check {
  return (properties, resource) => checks.flatMap((check) => check(properties, resource));
}

/** The size that is wanted of a group lies between its least and its most, as far as these are known. */
function sizeCheck({ least, most, wanted }: { least: string; most: string; wanted: string }): Check {
  return (properties) => {
    const [min, max, size] = [least, most, wanted].map((name) => numberOf(properties[name]));
    if (isBelow(min, 0)) return [{ property: least, detail: 'a group cannot be smaller than nothing' }];
    if (isBelow(max, min)) return [{ property: least, detail: `expected no more than \`${most}\`` }];
    if (!isBelow(size, min) && !isBelow(max, size)) return [];
    return [{ property: wanted, detail: `expected a size from \`${least}\` to \`${most}\`` }];
  };
}

function isBelow(size: number | undefined, other: number | undefined): boolean {
  return size !== undefined && other !== undefined && size < other;
}

/** What the instances of the group are like is said in one way. */
function checkOrigin(_: JsonObject, resource: CheckedResource): PropertyFault[] {
  if (resource.isGiven('InstanceId') !== resource.isGiven('LaunchConfigurationName')) return [];
  return [{ property: 'LaunchConfigurationName', detail: 'expected either `InstanceId` or `LaunchConfigurationName`' }];
}

/** A text that is known before anything is made is a mere name: the group would not wait for what it names. */
function checkLaunchConfiguration(properties: JsonObject, resource: CheckedResource): PropertyFault[] {
  const name = wordOf(properties['LaunchConfigurationName']);
  if (name === undefined || resource.dependsOn(name)) return [];
  const detail = 'expected a reference to a launch configuration of the stack, such as `{get_resource: …}`, not a name';
  return [{ property: 'LaunchConfigurationName', detail }];
}

/** A least step makes sense where the adjustment is a percentage. */
function stepCheck({ step, kind, percentage }: { step: string; kind: string; percentage: string }): Check {
  return (properties) => {
    const type = textOf(properties[kind]);
    const isGiven = numberOf(properties[step]) !== undefined;
    if (!isGiven || type === undefined || type === percentage) return [];
    return [{ property: step, detail: `has a meaning only where \`${kind}\` is \`${percentage}\`` }];
  };
}
