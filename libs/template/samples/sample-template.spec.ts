import { heatTypes } from '#resources';
import { fakeOptions } from '../fixtures/fake-types';
import { prepareStack } from '../prepare-stack';
import type { ResourceSchema } from '../schema/resource-schema';
import { sampleTemplate } from './sample-template';

const SUPPORTED = { status: 'SUPPORTED' } as const;
const HIDDEN = { status: 'HIDDEN' } as const;

const SCHEMA: ResourceSchema = {
  type: 'A::Part::Thing',
  description: '',
  supportStatus: SUPPORTED,
  properties: {
    text: {
      type: 'String',
      description: 'A text.',
      default: '',
      constraints: [
        { length: { min: 1, max: 9 }, description: 'short' },
        { allowed_pattern: '[a-z]+' },
        { custom_constraint: 'nova.flavor' },
      ],
    },
    whole: { type: 'Integer', default: 0, constraints: [{ range: { min: 0 } }, { modulo: { step: 2, offset: 0 } }] },
    part: { type: 'Number', required: true, constraints: [{ range: { max: 5 } }] },
    flag: { type: 'Boolean', default: false },
    list: { type: 'List', constraints: [{ length: { max: 3 } }] },
    map: { type: 'Map', default: {} },
    any: { type: 'Any' },
    pick: { type: 'String', supportStatus: { status: 'DEPRECATED' }, constraints: [{ allowed_values: ['a', 'b'] }] },
    old: { type: 'String', supportStatus: HIDDEN },
    later: { type: 'String', implemented: false },
  },
  attributes: {
    id: { type: 'String', description: 'The id.' },
    gone: { type: 'String', supportStatus: HIDDEN },
  },
};

describe('a template made of a type', () => {
  it('in HOT has every property as a parameter, and every attribute as an output', () => {
    expect(sampleTemplate(SCHEMA, 'hot')).toEqual({
      heat_template_version: '2016-10-14',
      description: 'Initial template of Thing',
      parameters: {
        text: {
          type: 'string',
          description: 'A text. Must be a nova.flavor.',
          default: '',
          constraints: [{ length: { min: 1, max: 9 } }, { allowed_pattern: '[a-z]+' }, {}],
        },
        whole: { type: 'number', default: 0, constraints: [{ range: { min: 0 } }, { modulo: { step: 2, offset: 0 } }] },
        part: { type: 'number', constraints: [{ range: { max: 5 } }] },
        flag: { type: 'boolean', default: false },
        list: { type: 'comma_delimited_list', constraints: [{ length: { max: 3 } }] },
        map: { type: 'json', default: {} },
        any: { type: 'json' },
        pick: { type: 'string', constraints: [{ allowed_values: ['a', 'b'] }] },
      },
      resources: {
        Thing: {
          type: 'A::Part::Thing',
          properties: Object.fromEntries(
            ['text', 'whole', 'part', 'flag', 'list', 'map', 'any', 'pick'].map((name) => [name, { get_param: name }]),
          ),
        },
      },
      outputs: {
        id: { value: { get_attr: ['Thing', 'id'] }, description: 'The id.' },
        'OS::stack_id': { value: { get_resource: 'Thing' } },
      },
    });
  });

  it('in the form of CloudFormation says the same in its words', () => {
    expect(sampleTemplate({ ...SCHEMA, sampleName: 'BigThing' }, 'cfn')).toEqual({
      HeatTemplateFormatVersion: '2012-12-12',
      Description: 'Initial template of BigThing',
      Parameters: {
        text: {
          Type: 'String',
          Description: 'A text. Must be a nova.flavor.',
          Default: '',
          MinLength: 1,
          MaxLength: 9,
          AllowedPattern: '[a-z]+',
        },
        whole: { Type: 'Number', Default: 0, MinValue: 0 },
        part: { Type: 'Number', MaxValue: 5 },
        flag: { Type: 'Boolean', Default: false, AllowedValues: ['True', 'true', 'False', 'false'] },
        list: { Type: 'CommaDelimitedList', MaxLength: 3 },
        map: { Type: 'Json', Default: {} },
        any: { Type: 'Json' },
        pick: { Type: 'String', AllowedValues: ['a', 'b'] },
      },
      Resources: {
        BigThing: {
          Type: 'A::Part::Thing',
          Properties: {
            ...Object.fromEntries(
              ['text', 'whole', 'part', 'flag', 'map', 'any', 'pick'].map((name) => [name, { Ref: name }]),
            ),
            list: { 'Fn::Split': [',', { Ref: 'list' }] },
          },
        },
      },
      Outputs: {
        id: { Value: { 'Fn::GetAtt': ['BigThing', 'id'] }, Description: 'The id.' },
        'OS::stack_id': { Value: { Ref: 'BigThing' } },
      },
    });
  });

  it('is one that Kiln takes, for each of Heat’s types whose defaults a parameter can hold', () => {
    const options = { ...fakeOptions, types: heatTypes, acceptUnavailable: true, requireParameters: false };
    const refused = heatTypes.names().filter((type) => {
      const schema = heatTypes.find(type);
      return schema === undefined || !prepareStack({ template: sampleTemplate(schema, 'hot') }, options).ok;
    });
    // Defaults of theirs are maps, or lists of maps, for which Heat has them be lists of texts.
    const withOddDefaults = ['OS::Heat::RandomString', 'OS::Neutron::NetworkGateway'];
    // It takes one of two properties, not both.
    expect(refused).toEqual(['AWS::AutoScaling::AutoScalingGroup', ...withOddDefaults]);
  });
});
