// Made by libs/resources/catalogue/writing/main.ts; not to be edited by hand.

export const awsIAM = {
  'AWS::IAM::AccessKey':
    '{"type":"AWS::IAM::AccessKey","support_status":{"status":"SUPPORTED"},"properties":{"Serial":{"type":"Integer","implemented":false},"Status":{"type":"String","implemented":false,"constraints":[{"allowed_values":["Active","Inactive"]}]},"UserName":{"type":"String","required":true}},"attributes":{"SecretAccessKey":{"type":"String"},"UserName":{"type":"String"},"show":{"type":"Map"}}}',
  'AWS::IAM::User':
    '{"type":"AWS::IAM::User","support_status":{"status":"SUPPORTED"},"properties":{"Groups":{"type":"List"},"LoginProfile":{"type":"Map","schema":{"Password":{"type":"String"}}},"Path":{"type":"String"},"Policies":{"type":"List"}},"attributes":{"show":{"type":"Map"}}}',
};
