// Made by libs/resources/catalogue/writing/main.ts; not to be edited by hand.

export const awsCloudFormation = {
  'AWS::CloudFormation::Stack':
    '{"type":"AWS::CloudFormation::Stack","support_status":{"status":"SUPPORTED"},"is_stack":true,"properties":{"Parameters":{"type":"Map","update_allowed":true},"TemplateURL":{"type":"String","required":true,"update_allowed":true},"TimeoutInMinutes":{"type":"Integer","update_allowed":true}},"attributes":{"show":{"type":"Map"}}}',
  'AWS::CloudFormation::WaitCondition':
    '{"type":"AWS::CloudFormation::WaitCondition","support_status":{"status":"SUPPORTED","version":"2014.1"},"properties":{"Count":{"type":"Integer","default":1,"update_allowed":true,"constraints":[{"range":{"min":1}}]},"Handle":{"type":"String","required":true},"Timeout":{"type":"Integer","required":true,"constraints":[{"range":{"min":1,"max":43200}}]}},"attributes":{"Data":{"type":"String"},"show":{"type":"Map"}}}',
  'AWS::CloudFormation::WaitConditionHandle':
    '{"type":"AWS::CloudFormation::WaitConditionHandle","support_status":{"status":"SUPPORTED","version":"2014.1"},"properties":{},"attributes":{"show":{"type":"Map"}}}',
};
