import type { JsonObject } from '#contracts';
import { PROPERTY_CHECKS } from './property-checks';

/** Beside a resource `lc` that the checked one depends on; `later` are properties whose values are not known yet. */
function check(type: string, properties: JsonObject, later: readonly string[] = []): string[] {
  const resource = {
    isGiven: (property: string) => Object.hasOwn(properties, property) || later.includes(property),
    dependsOn: (name: string) => name === 'lc',
  };
  return (PROPERTY_CHECKS[type]?.(properties, resource) ?? []).map(
    ({ property, detail }) => `${property ?? ''}: ${detail}`,
  );
}

describe('the sizes of a group', () => {
  const group = 'OS::Heat::AutoScalingGroup';

  it.each([
    [{ min_size: 1, max_size: 3 }],
    [{ min_size: 1, max_size: 3, desired_capacity: 1 }],
    [{ min_size: 1, max_size: 3, desired_capacity: 3 }],
    [{ min_size: 2, max_size: 2 }],
    [{ min_size: 5 }],
    [{ min_size: 0, max_size: 0 }],
    [{ max_size: 9, desired_capacity: 9 }],
    [{ min_size: 9, desired_capacity: 9 }],
  ])('%j fit', (sizes) => {
    expect(check(group, sizes)).toEqual([]);
  });

  it.each([
    [
      { min_size: 1, max_size: 3, desired_capacity: 0 },
      'desired_capacity: expected a size from `min_size` to `max_size`',
    ],
    [
      { min_size: 1, max_size: 3, desired_capacity: 4 },
      'desired_capacity: expected a size from `min_size` to `max_size`',
    ],
    [{ max_size: 1, desired_capacity: 9 }, 'desired_capacity: expected a size from `min_size` to `max_size`'],
    [{ min_size: 2, desired_capacity: 1 }, 'desired_capacity: expected a size from `min_size` to `max_size`'],
    [{ min_size: -1, max_size: 3 }, 'min_size: a group cannot be smaller than nothing'],
    [{ min_size: 4, max_size: 3 }, 'min_size: expected no more than `max_size`'],
  ])('%j do not fit', (sizes, fault) => {
    expect(check(group, sizes)).toEqual([fault]);
  });

  it('have other names in AWS', () => {
    const group = { LaunchConfigurationName: 'lc', MinSize: 1, MaxSize: 2 };
    expect(check('AWS::AutoScaling::AutoScalingGroup', { ...group, DesiredCapacity: 3 })).toEqual([
      'DesiredCapacity: expected a size from `MinSize` to `MaxSize`',
    ]);
    expect(check('AWS::AutoScaling::AutoScalingGroup', group)).toEqual([]);
  });
});

describe('the least step of a scaling policy', () => {
  it.each([
    [{ min_adjustment_step: 2, adjustment_type: 'change_in_capacity' }, 1],
    [{ min_adjustment_step: 2, adjustment_type: 'percent_change_in_capacity' }, 0],
    [{ adjustment_type: 'change_in_capacity' }, 0],
    [{ min_adjustment_step: 2 }, 0],
  ])('%j has %i faults', (properties, faults) => {
    expect(check('OS::Heat::ScalingPolicy', properties)).toHaveLength(faults);
  });

  it('has other names in AWS', () => {
    const type = 'AWS::AutoScaling::ScalingPolicy';
    expect(check(type, { AdjustmentType: 'PercentChangeInCapacity', MinAdjustmentStep: 2 })).toEqual([]);
    expect(check(type, { AdjustmentType: 'ExactCapacity', MinAdjustmentStep: 2 })).toEqual([
      'MinAdjustmentStep: has a meaning only where `AdjustmentType` is `PercentChangeInCapacity`',
    ]);
  });
});

describe('the launch configuration of a group', () => {
  it.each(['OS::Heat::InstanceGroup', 'AWS::AutoScaling::AutoScalingGroup'])('of %s is referred to', (type) => {
    expect(check(type, { LaunchConfigurationName: 'mine' })).toEqual([
      expect.stringContaining('LaunchConfigurationName: expected a reference'),
    ]);
    expect(check(type, { LaunchConfigurationName: 'lc' })).toEqual([]);
    expect(check(type, {}, ['LaunchConfigurationName'])).toEqual([]);
  });

  it('may be left out where what the instances are like is said otherwise', () => {
    expect(check('OS::Heat::InstanceGroup', {})).toEqual([]);
    expect(check('OS::Heat::InstanceGroup', { LaunchConfigurationName: '' })).toEqual([]);
  });

  it.each<[JsonObject, string[], number]>([
    [{}, [], 1],
    [{ InstanceId: 'i' }, [], 0],
    [{}, ['InstanceId'], 0],
    [{ LaunchConfigurationName: 'lc' }, [], 0],
    [{ LaunchConfigurationName: 'lc', InstanceId: 'i' }, [], 1],
    [{ LaunchConfigurationName: 'lc' }, ['InstanceId'], 1],
  ])(
    'or an instance, and only one of them, is the model in AWS: %j and later %j have %i faults',
    (given, later, faults) => {
      const found = check('AWS::AutoScaling::AutoScalingGroup', given, later);
      expect(found).toHaveLength(faults);
      expect(found.join()).toContain(faults === 0 ? '' : 'expected either `InstanceId` or `LaunchConfigurationName`');
    },
  );
});
