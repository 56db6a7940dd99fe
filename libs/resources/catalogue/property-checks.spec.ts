import type { JsonObject } from '#contracts';
import { PROPERTY_CHECKS } from './property-checks';

function check(type: string, properties: JsonObject): string[] {
  return (PROPERTY_CHECKS[type]?.(properties) ?? []).map(({ property, detail }) => `${property ?? ''}: ${detail}`);
}

describe('the sizes of a group', () => {
  const group = 'OS::Heat::AutoScalingGroup';

  it.each([
    [{ min_size: 1, max_size: 3 }],
    [{ min_size: 1, max_size: 3, desired_capacity: 1 }],
    [{ min_size: 1, max_size: 3, desired_capacity: 3 }],
    [{ min_size: 2, max_size: 2 }],
    [{ min_size: 5 }],
    [{ max_size: 1, desired_capacity: 9 }],
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
    [{ min_size: 4, max_size: 3 }, 'min_size: expected no more than `max_size`'],
  ])('%j do not fit', (sizes, fault) => {
    expect(check(group, sizes)).toEqual([fault]);
  });

  it('have other names in AWS', () => {
    const sizes = { MinSize: 1, MaxSize: 2, DesiredCapacity: 3 };
    expect(check('AWS::AutoScaling::AutoScalingGroup', sizes)[0]).toContain(
      'DesiredCapacity: expected a size from `MinSize`',
    );
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
});

describe('the launch configuration of a group', () => {
  it.each(['OS::Heat::InstanceGroup', 'AWS::AutoScaling::AutoScalingGroup'])('of %s is referred to', (type) => {
    expect(check(type, { LaunchConfigurationName: 'mine' })[0]).toContain(
      'LaunchConfigurationName: expected a reference',
    );
    expect(check(type, { LaunchConfigurationName: '' })).toEqual([]);
    expect(check(type, {})).toEqual([]);
  });
});
