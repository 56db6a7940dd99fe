import { useKiln } from '../support/use-kiln';

jest.setTimeout(60_000);

const TEMPLATE = `AWSTemplateFormatVersion: "2010-09-09"
Parameters:
  Kind: {Type: String, Default: small}
Mappings:
  Length: {small: {letters: 6}}
Conditions:
  Small: {"Fn::Equals": [{Ref: Kind}, small]}
  Large: {"Fn::Not": [Small]}
Resources:
  Word:
    Type: OS::Heat::RandomString
    Properties:
      length: {"Fn::FindInMap": [Length, {Ref: Kind}, letters]}
      character_classes: [{class: lowercase}]
  Text:
    Type: OS::Heat::Value
    Properties:
      value: {"Fn::Join": ["-", [{Ref: "AWS::StackName"}, {"Fn::GetAtt": [Word, value]}]]}
  Never: {Type: OS::Heat::None, Condition: Large}
Outputs:
  Text: {Value: {"Fn::GetAtt": [Text, value]}}
  Id: {Value: {Ref: "AWS::StackId"}}
`;

describe('a template of CloudFormation’s form', () => {
  const kiln = useKiln();

  it('makes a stack, and takes it away again', async () => {
    const id = await kiln.api.create('old', TEMPLATE);
    const stack = await kiln.api.settled(id);
    expect(stack).toMatchObject({ action: 'CREATE', status: 'COMPLETE' });
    const outputs = Object.fromEntries(
      stack!.outputs.map(({ output_key, output_value }) => [output_key, output_value]),
    );
    expect(outputs['Text']).toMatch(/^old-[a-z]{6}$/);
    expect(outputs['Id']).toMatch(new RegExp(`^arn:openstack:heat::[^:]+:stacks/old/${id}$`));
    const resources = await kiln.api.resources(id);
    expect(resources.map((resource) => resource.resource_name).sort()).toEqual(['Text', 'Word']);

    await kiln.api.delete(id);
    expect(await kiln.api.settled(id)).toBeUndefined();
  });
});
