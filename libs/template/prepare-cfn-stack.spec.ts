import type { Json } from '#contracts';
import { fakeOptions } from './fixtures/fake-types';
import { prepareStack } from './prepare-stack';
import type { PrepareOptions, StackRequest } from './request';
import { resolveMetadata, resolveOutputs, resolveProperties } from './resolve-stack';
import type { PreparedStack } from './stack';
import { UNKNOWN } from './values';

const AWS = 'AWSTemplateFormatVersion: "2010-09-09"\n';
const HEAT = 'HeatTemplateFormatVersion: "2012-12-12"\n';

type Extra = Partial<StackRequest> & { readonly options?: Partial<PrepareOptions> };

function outcomeOf(template: string, { options, ...request }: Extra = {}): ReturnType<typeof prepareStack> {
  return prepareStack({ template, ...request }, { ...fakeOptions, ...options });
}

function diagnose(template: string, extra: Extra = {}): string[] {
  const outcome = outcomeOf(template, extra);
  return outcome.ok ? [] : outcome.diagnostics.map(({ path, detail }) => `${path}: ${detail}`);
}

function warningsOf(template: string): string[] {
  const outcome = outcomeOf(template);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics));
  return outcome.warnings.map(({ path, detail }) => `${path}: ${detail}`);
}

function prepare(template: string, extra: Extra = {}): PreparedStack {
  const outcome = outcomeOf(template, extra);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics));
  return outcome.value;
}

const WHOLE = `${AWS}Description: all there is
Parameters:
  Size: {Type: Number, Default: "2", MinValue: 1, Label: how many, Description: of them}
  Secret: {Type: String, NoEcho: true, Default: hush}
  Names: {Type: CommaDelimitedList, Default: "a,b"}
Mappings:
  Image: {small: {id: s-1}}
Conditions:
  Many: {"Fn::Equals": [{Ref: Size}, 2]}
  Few: {"Fn::Not": [Many]}
Resources:
  first:
    Type: Fake::Server
    Description: the first
    Properties: {flavor: small, count: {Ref: Size}}
    Metadata: {image: {"Fn::FindInMap": [Image, small, id]}}
    DeletionPolicy: Retain
  second:
    Type: Fake::Value
    Condition: Many
    DependsOn: third
    Properties: {value: {"Fn::Join": ["-", [{Ref: first}, {"Fn::If": [Many, x, {Ref: nowhere}]}]]}}
  third: {Type: Fake::None, DependsOn: [first]}
  fourth: {Type: Fake::None, Condition: Few}
Outputs:
  Address: {Description: where, Value: {"Fn::GetAtt": [first, address]}}
  Hidden: {Condition: Few, Value: {Ref: first}}
`;

describe('a template of CloudFormation’s form', () => {
  it('is read with all its sections', () => {
    const stack = prepare(WHOLE);
    expect(stack.version).toBe('2010-09-09');
    expect(stack.description).toBe('all there is');
    const [size, secret, names] = [...stack.parameters.values()];
    expect(size).toMatchObject({ type: 'number', value: 2, default: '2', label: 'how many', description: 'of them' });
    expect(size?.constraints).toEqual([{ range: { min: 1 } }]);
    expect(secret).toMatchObject({ hidden: true, immutable: false, tags: [], label: 'Secret', value: 'hush' });
    expect(names?.value).toEqual(['a', 'b']);
    expect(stack.conditions).toEqual(new Map([...Object.entries({ Many: true, Few: false })]));
    expect([...stack.resources.keys()]).toEqual(['first', 'second', 'third']);
    expect(stack.resources.get('first')).toMatchObject({ description: 'the first', deletionPolicy: 'Retain' });
    expect(stack.resources.get('second')?.dependencies).toEqual(['first', 'third']);
    expect(stack.resources.get('third')).toMatchObject({ dependencies: ['first'], deletionPolicy: 'Delete' });
  });

  it('is resolved as HOT is', () => {
    const stack = prepare(WHOLE);
    const scope = { reference: (name: string) => `id-${name}`, attribute: () => '10.0.0.1' };
    expect(resolveProperties(stack, 'first', scope)).toMatchObject({ ok: true, value: { flavor: 'small', count: 2 } });
    expect(resolveProperties(stack, 'second', scope)).toMatchObject({ ok: true, value: { value: 'id-first-x' } });
    expect(resolveMetadata(stack, 'first', scope)).toMatchObject({ ok: true, value: { image: 's-1' } });
    expect(resolveOutputs(stack, scope)).toEqual([
      { name: 'Address', description: 'where', value: '10.0.0.1' },
      { name: 'Hidden', description: '', value: null },
    ]);
  });

  it('tells where in the template something is wrong that turns out when it is resolved', () => {
    const stack = prepare(WHOLE);
    const scope = { reference: () => undefined, attribute: () => undefined };
    const outcome = resolveProperties(stack, 'second', scope);
    expect(outcome).toMatchObject({
      ok: false,
      diagnostics: [{ path: '/template/Resources/second/Properties/value' }],
    });
  });

  it('has parameters of its own without declaring them', () => {
    const options = { pseudo: { stackName: 'a b', stackId: '1/2', projectId: 'p/q' } };
    expect([...prepare(AWS, { options }).pseudoParameters]).toEqual([
      ['AWS::StackId', 'arn:openstack:heat::p%2Fq:stacks/a%20b/1%2F2'],
      ['AWS::StackName', 'a b'],
      ['AWS::Region', 'ap-southeast-1'],
    ]);
  });

  it('knows the zones that it is told, or the one that Heat has without a cloud', () => {
    const template = `${HEAT}Outputs: {z: {Value: {"Fn::GetAZs": ""}}}`;
    const zones = (extra: Extra): Json | undefined =>
      resolveOutputs(prepare(template, extra), { reference: () => undefined, attribute: () => undefined })[0]?.value;
    expect(zones({})).toEqual(['nova']);
    expect(zones({ options: { availabilityZones: ['a', 'b'] } })).toEqual(['a', 'b']);
  });

  it('may be that of a nested stack', () => {
    const template = `${HEAT}Outputs: {z: {Value: {"Fn::ResourceFacade": Metadata}}}`;
    const nothing = { reference: () => undefined, attribute: () => undefined };
    const parent = { deletionPolicy: 'Delete', updatePolicy: {} } as const;
    const metadata = (parentResource: PrepareOptions['parentResource']): unknown =>
      resolveOutputs(prepare(template, { options: parentResource && { parentResource } } as Extra), nothing)[0];
    expect(metadata({ ...parent, metadata: { a: 1 } })).toMatchObject({ value: { a: 1 } });
    expect(metadata({ ...parent, metadata: UNKNOWN })).toEqual({ name: 'z', description: '', value: null });
    expect(metadata(undefined)).toHaveProperty('error');
  });

  it('may have empty sections', () => {
    expect(diagnose(`${AWS}Parameters:\nResources:\nOutputs:\nMappings:\nDescription:\n`)).toEqual([]);
    expect(prepare(AWS).description).toBe('No description');
  });

  it.each<[string, string, string]>([
    ['a section of HOT', `${AWS}resources: {}`, '/template/resources: a template of version 2010-09-09 has no section'],
    ['Metadata', `${AWS}Metadata: {}`, '/template/Metadata: a template of version 2010-09-09 has no section'],
    ['conditions in the form without', `${HEAT}Conditions: {}`, 'version 2012-12-12 has no section `Conditions`'],
    ['a resource without type', `${AWS}Resources: {a: {}}`, '/template/Resources/a: expected a `Type`'],
    [
      'an empty type',
      `${AWS}Resources: {a: {Type: }}`,
      '/template/Resources/a/Type: expected the name of a resource type',
    ],
    [
      'no such type',
      `${AWS}Resources: {a: {Type: Fake::Non}}`,
      '/template/Resources/a/Type: there is no resource type',
    ],
    ['HOT’s key', `${AWS}Resources: {a: {type: Fake::None}}`, '/template/Resources/a: expected a `Type`'],
    [
      'unknown properties',
      `${AWS}Resources: {a: {Type: Fake::Value, Properties: {valu: 1}}}`,
      '/template/Resources/a/Properties/valu: unknown property `valu` (did you mean `value`?)',
    ],
    [
      'a wrong value deep inside',
      `${AWS}Resources: {a: {Type: Fake::Value, Properties: {value: {"Fn::Join": ["", ["a", 1]]}}}}`,
      '/template/Resources/a/Properties/value/Fn::Join/1/1: expected a text to join',
    ],
    [
      'metadata that is no map',
      `${AWS}Resources: {a: {Type: Fake::None, Metadata: x}}`,
      '/template/Resources/a/Metadata: expected a map',
    ],
    [
      'an update policy that the type does not have',
      `${AWS}Resources: {a: {Type: Fake::None, UpdatePolicy: {x: 1}}}`,
      '/template/Resources/a/UpdatePolicy/x: unknown property',
    ],
    [
      'a dependency on nothing',
      `${AWS}Resources: {a: {Type: Fake::None, DependsOn: [b]}}`,
      '/template/Resources/a/DependsOn/0: there is no resource `b`',
    ],
    [
      'a policy in lower case',
      `${AWS}Resources: {a: {Type: Fake::None, DeletionPolicy: retain}}`,
      '/template/Resources/a/DeletionPolicy: expected `Delete`, `Retain` or `Snapshot`, found the text `retain`',
    ],
    [
      'an unknown condition',
      `${AWS}Resources: {a: {Type: Fake::None, Condition: Nope}}`,
      '/template/Resources/a/Condition: expected the name of a condition or a boolean',
    ],
    [
      'a reference to a resource whose condition is false',
      `${AWS}Resources: {a: {Type: Fake::None, Condition: false}, b: {Type: Fake::Value, Properties: {value: {Ref: a}}}}`,
      '/template/Resources/b/Properties/value/Ref: there is no resource `a`',
    ],
    [
      'a reference to nothing',
      `${AWS}Resources: {b: {Type: Fake::Value, Properties: {value: {Ref: a}}}}`,
      '/template/Resources/b/Properties/value/Ref: there is no parameter or resource `a`',
    ],
    ['conditions that are none', `${AWS}Conditions: [a]`, '/template/Conditions: expected a map of conditions'],
    ['an output without value', `${AWS}Outputs: {o: {value: 1}}`, '/template/Outputs/o: expected a `Value`'],
    [
      'an unknown condition of an output',
      `${AWS}Outputs: {o: {Value: 1, Condition: Nope}}`,
      '/template/Outputs/o/Condition: expected the name of a condition',
    ],
    [
      'a key that a parameter has not',
      `${AWS}Parameters: {P: {type: String}}`,
      '/template/Parameters/P/type: a parameter has no key `type` (did you mean `Type`?)',
    ],
    ['a parameter without type', `${AWS}Parameters: {P: {}}`, '/template/Parameters/P: expected a `Type`: `String`'],
    [
      'a parameter of no type',
      `${AWS}Parameters: {P: {Type: Strings}}`,
      '/template/Parameters/P/Type: expected `String`, `Number`, `CommaDelimitedList`, `Json` or `Boolean`',
    ],
    [
      'a default that breaks a constraint',
      `${AWS}Parameters: {P: {Type: Number, Default: 5, MaxValue: 4}}`,
      '/template/Parameters/P/Default: parameter `P`: expected a number of at most 4, found',
    ],
    [
      'a constraint that does not suit the type',
      `${AWS}Parameters: {P: {Type: Number, Default: 5, MaxLength: 4}}`,
      '/template/Parameters/P/MaxLength: `length` makes no sense for a parameter of type `number`',
    ],
    [
      'one name for two things',
      `${AWS}Parameters: {X: {Type: String, Default: d}}\nResources: {X: {Type: Fake::None}}`,
      '/template/Resources/X: `X` is the name of a parameter already',
    ],
    [
      'a circle',
      `${AWS}Resources: {A: {Type: Fake::None, DependsOn: B}, B: {Type: Fake::None, Properties: {x: {Ref: A}}}}`,
      '/template/Resources/A: resources depend on each other in a circle: A → B → A',
    ],
  ])('says so of %s', (_, template, expected) => {
    expect(diagnose(template).join('\n')).toContain(expected);
  });

  it.each<[string, string]>([
    ['{"Fn::Select": [x, [a]]}', '/Fn::Select/0: expected the index'],
    ['{"Fn::Select": [0, {a: 1}]}', '/Fn::Select/0: expected the key'],
    ['{"Fn::Select": [0, "{"]}', '/Fn::Select/1: expected a list, a map, or a text'],
    ['{"Fn::Select": [0, 5]}', '/Fn::Select/1: expected a list or a map'],
    ['{"Fn::Split": ["", a]}', '/Fn::Split/0: expected a text'],
    ['{"Fn::Split": [",", 5]}', '/Fn::Split/1: expected a text'],
    ['{"Fn::Replace": [a, b]}', '/Fn::Replace/0: expected a map'],
    ['{"Fn::Replace": [{a: {}}, b]}', '/Fn::Replace/0/a: expected a text or a number'],
    ['{"Fn::Replace": [{}, 5]}', '/Fn::Replace/1: expected a text'],
    ['{"Fn::MemberListToMap": [5, a, []]}', '/Fn::MemberListToMap/0: expected a text'],
    ['{"Fn::MemberListToMap": [a, 5, []]}', '/Fn::MemberListToMap/1: expected a text'],
    ['{"Fn::MemberListToMap": [a, b, 5]}', '/Fn::MemberListToMap/2: expected a list of members'],
    ['{"Fn::MemberListToMap": [a, b, [x=1, c]]}', '/Fn::MemberListToMap/2/1: expected a member'],
    ['{"Fn::FindInMap": [a, b, c]}', '/Fn::FindInMap/0: expected the name of a mapping'],
    ['{"Fn::If": [{"Fn::Not": [Nope]}, 1, 2]}', '/Fn::If/0/Fn::Not/0: expected the name of a condition'],
  ])('tells which argument is wrong in %s', (value, expected) => {
    const template = `${AWS}Resources: {a: {Type: Fake::Value, Properties: {value: ${value}}}}`;
    const said = diagnose(template).map((detail) => detail.replace('/template/Resources/a/Properties/value', ''));
    expect(said.join('\n')).toContain(expected);
  });

  it('says nothing of what may be secret', () => {
    const template = (flavor: string): string => `${AWS}Parameters:
  Open: {Type: String, Default: huge}
  Secret: {Type: String, Default: hush, NoEcho: true}
Resources: {a: {Type: Fake::Server, Properties: {flavor: ${flavor}}}}`;
    const parentResource = { metadata: 'hushed', deletionPolicy: 'Retain', updatePolicy: {} } as const;
    const said = (flavor: string): string => diagnose(template(flavor), { options: { parentResource } }).join('\n');
    expect(said('{Ref: Open}')).toContain('expected `small` or `large`, found the text `huge`');
    expect(said('{Ref: Secret}')).toMatch(/expected `small` or `large`$/);
    expect(said('{"Fn::ResourceFacade": Metadata}')).toMatch(/expected `small` or `large`$/);
  });

  it('says what a resource’s reference is that does not do', () => {
    const flavor = '{Properties: {flavor: {Ref: b}}, Type: Fake::Server}';
    const stack = prepare(`${AWS}Resources: {a: ${flavor}, b: {Type: Fake::None}}`);
    const scope = { reference: () => 'id-b', attribute: () => undefined };
    const outcome = resolveProperties(stack, 'a', scope);
    expect(outcome).toMatchObject({
      ok: false,
      diagnostics: [{ detail: 'expected `small` or `large`, found the text `id-b`' }],
    });
  });

  it('takes parameters in the environment and the request', () => {
    const template = `${HEAT}Parameters: {P: {Type: Number}}`;
    expect(prepare(template, { parameters: { P: '7' } }).parameters.get('P')?.value).toBe(7);
    expect(diagnose(template)).toEqual(['/parameters/P: the parameter `P` has no default and was not given']);
    expect(diagnose(template, { parameters: { P: 1, Q: 2 } })).toEqual([
      '/parameters/Q: the template has no parameter `Q`',
    ]);
  });

  it('passes over what its form does not have, with a warning', () => {
    expect(warningsOf(`${HEAT}Resources: {a: {Type: Fake::None, Condition: Nope, Propertys: 5}}`)).toEqual([
      '/template/Resources/a/Condition: a resource has no key `Condition`: it is ignored',
      '/template/Resources/a/Propertys: a resource has no key `Propertys` (did you mean `Properties`?): it is ignored',
    ]);
    expect(warningsOf(`${HEAT}Outputs: {o: {Value: 1, Condition: Nope}}`)).toEqual([
      '/template/Outputs/o/Condition: an output has no key `Condition`: it is ignored',
    ]);
    expect(warningsOf(`${AWS}Mappings: [a]`)).toEqual(['/template/Mappings: expected a map, found a list']);
  });

  it('warns of functions that only other forms have', () => {
    const outputs = (value: string): string => `Outputs: {o: {Value: ${value}}}`;
    expect(warningsOf(`${AWS}${outputs('{get_param: x}')}`)).toEqual([
      '/template/Outputs/o/Value/get_param: `get_param` is a function of templates with `heat_template_version`; ' +
        'in this version it is just a map',
    ]);
    expect(warningsOf(`${HEAT}${outputs('{"Fn::If": [a, b, c]}')}`)).toEqual([
      '/template/Outputs/o/Value/Fn::If: `Fn::If` is a function of templates with `AWSTemplateFormatVersion`; ' +
        'in this version it is just a map',
    ]);
    expect(warningsOf('heat_template_version: rocky\noutputs: {o: {value: {"Fn::GetAtt": [a, b]}}}')).toEqual([
      '/template/outputs/o/value/Fn::GetAtt: `Fn::GetAtt` is a function of templates with ' +
        '`AWSTemplateFormatVersion`; in this version it is just a map',
    ]);
    expect(warningsOf('heat_template_version: 2013-05-23\noutputs: {o: {value: {digest: [md5, ""]}}}')).toEqual([
      '/template/outputs/o/value/digest: `digest` is a function since version 2015-04-30; ' +
        'in this version it is just a map',
    ]);
  });
});

describe('the version of a template', () => {
  it.each<[string, string]>([
    ['AWSTemplateFormatVersion: 2010-09-09', ''],
    ['HeatTemplateFormatVersion: 2012-12-12', ''],
    ['AWSTemplateFormatVersion: 2010-09-09\nHeatTemplateFormatVersion: 5', ''],
    ['AWSTemplateFormatVersion: "2012-12-12"', '/template/AWSTemplateFormatVersion: expected 2010-09-09, found'],
    ['AWSTemplateFormatVersion: 5', '/template/AWSTemplateFormatVersion: expected 2010-09-09, found the number `5`'],
    [`${AWS}${HEAT}`, '/template/HeatTemplateFormatVersion: `AWSTemplateFormatVersion` says already'],
    [
      `heat_template_version: rocky\n${AWS}`,
      '/template/AWSTemplateFormatVersion: `heat_template_version` says already',
    ],
    ['heat_template_version: rocky\nAWSTemplateFormatVersion: 5', 'has no section `AWSTemplateFormatVersion`'],
    [
      'AWSTemplateFormatVersoin: x',
      '/template/AWSTemplateFormatVersoin: the template must have `heat_template_version`,',
    ],
    ['Resources: {}', '/template: the template must have `heat_template_version`, `AWSTemplateFormatVersion` or'],
  ])('%j: %s', (template, expected) => {
    const said = diagnose(template).join('\n');
    if (expected === '') expect(said).toBe('');
    else expect(said).toContain(expected);
  });
});
