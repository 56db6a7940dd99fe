import type { Json, JsonObject } from '#contracts';
import { fakeCatalogue, fakeOptions } from '../fixtures/fake-types';
import { prepareStack } from '../prepare-stack';
import type { PropertySchema, TypeCatalogue } from '../schema/resource-schema';

const WHOLE: PropertySchema = { type: 'Integer' };
const TEXT: PropertySchema = { type: 'String' };
const GROUP = {
  LaunchConfigurationName: TEXT,
  InstanceId: TEXT,
  MinSize: WHOLE,
  MaxSize: WHOLE,
  DesiredCapacity: WHOLE,
};
const PROPERTIES: Readonly<Record<string, Record<string, PropertySchema>>> = {
  'OS::Heat::Value': { value: { type: 'Any' }, type: TEXT },
  'OS::Heat::RandomString': {
    length: { type: 'Integer', default: 4 },
    character_classes: { type: 'List', items: { type: 'Map', entries: { min: { ...WHOLE, default: 1 } } } },
    character_sequences: { type: 'List', items: { type: 'Map', entries: { min: { ...WHOLE, default: 1 } } } },
  },
  'OS::Heat::AutoScalingGroup': { min_size: WHOLE, max_size: WHOLE, desired_capacity: WHOLE },
  'OS::Heat::InstanceGroup': GROUP,
  'AWS::AutoScaling::AutoScalingGroup': GROUP,
  'OS::Heat::ScalingPolicy': { adjustment_type: TEXT, min_adjustment_step: WHOLE },
  'AWS::AutoScaling::ScalingPolicy': { AdjustmentType: TEXT, MinAdjustmentStep: WHOLE },
};

const types: TypeCatalogue = {
  names: () => [...fakeCatalogue.names(), ...Object.keys(PROPERTIES)],
  find: (type) => {
    const properties = PROPERTIES[type];
    if (properties === undefined) return fakeCatalogue.find(type);
    return { type, description: '', supportStatus: { status: 'SUPPORTED' }, properties, attributes: {} };
  },
};

/** What is wrong with a resource `r` beside a `lc`, by its properties. */
function faultsOf(type: string, properties: Json, more: JsonObject = {}): string[] {
  const template = {
    heat_template_version: '2021-04-16',
    parameters: { open: { type: 'number' }, secret: { type: 'string', hidden: true, default: 'hunter2' } },
    resources: {
      lc: { type: 'Fake::Value', properties: { value: 1 } },
      r: { type, properties, ...more },
    },
  };
  const outcome = prepareStack({ template }, { ...fakeOptions, types, requireParameters: false });
  return outcome.ok ? [] : outcome.diagnostics.map(({ path, detail }) => `${path.split('/').at(-1)}: ${detail}`);
}

const LATER = { get_attr: ['lc', 'value'] };

describe('OS::Heat::Value', () => {
  it.each<[string, Json, string[]]>([
    ['string', 5, []],
    ['string', { a: 1 }, ['value: expected a text, found a map']],
    ['number', '5', []],
    ['number', 'x', ['value: expected a number, found the text `x`']],
    ['number', [1], ['value: expected a number, found a list']],
    ['comma_delimited_list', ['a'], []],
    ['comma_delimited_list', 'a', ['value: expected a list, found the text `a`']],
    ['json', { a: 1 }, []],
    ['json', '{}', ['value: expected a map, found the text `{}`']],
    ['boolean', 'TRUE', []],
    ['boolean', 'yes', ['value: expected `true` or `false`, found the text `yes`']],
    ['number', LATER, []],
    ['json', [LATER], []],
    ['number', { get_param: 'secret' }, ['value: expected a number, found a text']],
  ])('of type %s with the value %j: %j', (type, value, faults) => {
    expect(faultsOf('OS::Heat::Value', { type, value })).toEqual(faults);
  });

  it('takes anything where no type is named', () => {
    expect(faultsOf('OS::Heat::Value', { value: [1] })).toEqual([]);
    expect(faultsOf('OS::Heat::Value', { type: 'number' })).toEqual([]);
  });
});

describe('OS::Heat::RandomString', () => {
  it.each<[Json, string[]]>([
    [{ character_classes: [{ min: 2 }, {}], character_sequences: [{}] }, []],
    [
      { character_classes: [{ min: 3 }], character_sequences: [{}, {}] },
      ['properties: expected a `length` of at least 5, which is what the minimums of the characters add up to'],
    ],
    [{ length: 1, character_classes: [{ min: 1 }] }, []],
    [{ length: { get_param: 'open' }, character_classes: [{ min: 9 }] }, []],
    [{ character_classes: [{ min: { get_param: 'open' } }, LATER] }, []],
  ])('%j: %j', (properties, faults) => {
    expect(faultsOf('OS::Heat::RandomString', properties)).toEqual(faults);
  });
});

describe('groups that are scaled', () => {
  const between = 'desired_capacity: expected a size between `min_size` and `max_size`';

  it.each<[Json, string[]]>([
    [{ min_size: 1, max_size: 2, desired_capacity: 1 }, []],
    [{ min_size: 1, max_size: 2, desired_capacity: 2 }, []],
    [{ min_size: 2, max_size: 2 }, []],
    [{ min_size: 0, max_size: 0 }, []],
    [{ min_size: 1, max_size: 2, desired_capacity: 3 }, [between]],
    [{ min_size: 1, max_size: 2, desired_capacity: 0 }, [between]],
    [{ min_size: 3, max_size: 2 }, ['max_size: expected at least as much as `min_size`']],
    [{ min_size: -1, max_size: 2 }, ['min_size: a group cannot be smaller than nothing']],
    [{ min_size: LATER, max_size: 2, desired_capacity: 0 }, []],
    [{ min_size: LATER, max_size: 2, desired_capacity: 3 }, [between]],
    [{ min_size: 1, max_size: LATER, desired_capacity: 9 }, []],
  ])('%j: %j', (properties, faults) => {
    expect(faultsOf('OS::Heat::AutoScalingGroup', properties)).toEqual(faults);
  });

  it('go by other names in CloudFormation', () => {
    const group = { LaunchConfigurationName: { get_resource: 'lc' }, MinSize: 1, MaxSize: 2 };
    expect(faultsOf('AWS::AutoScaling::AutoScalingGroup', { ...group, DesiredCapacity: 3 })).toEqual([
      'DesiredCapacity: expected a size between `MinSize` and `MaxSize`',
    ]);
  });
});

describe('groups of instances', () => {
  it.each<[string, Json, JsonObject, string[]]>([
    ['OS::Heat::InstanceGroup', { get_resource: 'lc' }, {}, []],
    ['OS::Heat::InstanceGroup', 'lc', { depends_on: 'lc' }, []],
    ['OS::Heat::InstanceGroup', 'lc', {}, ['LaunchConfigurationName: expected a reference to `lc`, not just its name']],
    [
      'OS::Heat::InstanceGroup',
      'nope',
      {},
      ['LaunchConfigurationName: expected a reference to a launch configuration of this stack'],
    ],
    ['OS::Heat::InstanceGroup', '', {}, []],
    [
      'AWS::AutoScaling::AutoScalingGroup',
      'nope',
      {},
      ['LaunchConfigurationName: expected a reference to a launch configuration of this stack'],
    ],
  ])('%s of %j with %j: %j', (type, name, more, faults) => {
    expect(faultsOf(type, { LaunchConfigurationName: name }, more)).toEqual(faults);
  });

  it.each<[Json, boolean]>([
    [{}, false],
    [{ InstanceId: 'i' }, true],
    [{ InstanceId: LATER }, true],
    [{ LaunchConfigurationName: { get_resource: 'lc' }, InstanceId: null }, true],
    [{ LaunchConfigurationName: { get_resource: 'lc' }, InstanceId: 'i' }, false],
  ])('of CloudFormation are said in one way to be like something: %j %p', (properties, isRight) => {
    const faults = isRight ? [] : ['expected either `InstanceId` or `LaunchConfigurationName`'];
    const found = faultsOf('AWS::AutoScaling::AutoScalingGroup', properties);
    expect(found.map((fault) => fault.replace(/^.*: /, ''))).toEqual(faults);
  });
});

describe('scaling policies', () => {
  it.each<[string, Json, string[]]>([
    ['OS::Heat::ScalingPolicy', { adjustment_type: 'percent_change_in_capacity', min_adjustment_step: 2 }, []],
    ['OS::Heat::ScalingPolicy', { adjustment_type: 'exact_capacity' }, []],
    ['OS::Heat::ScalingPolicy', { adjustment_type: LATER, min_adjustment_step: 2 }, []],
    [
      'OS::Heat::ScalingPolicy',
      { adjustment_type: 'exact_capacity', min_adjustment_step: 2 },
      ['min_adjustment_step: makes sense only where `adjustment_type` is `percent_change_in_capacity`'],
    ],
    [
      'AWS::AutoScaling::ScalingPolicy',
      { AdjustmentType: 'ExactCapacity', MinAdjustmentStep: 2 },
      ['MinAdjustmentStep: makes sense only where `AdjustmentType` is `PercentChangeInCapacity`'],
    ],
  ])('%s with %j: %j', (type, properties, faults) => {
    expect(faultsOf(type, properties)).toEqual(faults);
  });
});
