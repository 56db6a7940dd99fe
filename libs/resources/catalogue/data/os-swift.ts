// Made by libs/resources/catalogue/writing/main.ts; not to be edited by hand.

export const osSwift = {
  'OS::Swift::Container':
    '{"type":"OS::Swift::Container","support_status":{"status":"SUPPORTED"},"properties":{"PurgeOnDelete":{"type":"Boolean","default":false,"support_status":{"status":"SUPPORTED","version":"2015.1"}},"X-Account-Meta":{"type":"Map","default":{}},"X-Container-Meta":{"type":"Map","default":{}},"X-Container-Read":{"type":"String"},"X-Container-Write":{"type":"String"},"name":{"type":"String"}},"attributes":{"BytesUsed":{"type":"Integer"},"DomainName":{"type":"String"},"HeadContainer":{"type":"Map"},"ObjectCount":{"type":"Integer"},"RootURL":{"type":"String"},"WebsiteURL":{"type":"String"},"show":{"type":"Map"}}}',
};
