// Made by libs/resources/catalogue/writing/main.ts; not to be edited by hand.

export const awsS3 = {
  'AWS::S3::Bucket':
    '{"type":"AWS::S3::Bucket","support_status":{"status":"SUPPORTED"},"properties":{"AccessControl":{"type":"String","constraints":[{"allowed_values":["Private","PublicRead","PublicReadWrite","AuthenticatedRead","BucketOwnerRead","BucketOwnerFullControl"]}]},"Tags":{"type":"List","schema":{"*":{"type":"Map","schema":{"Key":{"type":"String","required":true},"Value":{"type":"String","required":true}}}}},"WebsiteConfiguration":{"type":"Map","schema":{"IndexDocument":{"type":"String"},"ErrorDocument":{"type":"String"}}}},"attributes":{"DomainName":{"type":"String"},"WebsiteURL":{"type":"String"},"show":{"type":"Map"}}}',
};
