// Made by libs/resources/catalogue/writing/main.ts; not to be edited by hand.

export const osDesignate = {
  'OS::Designate::Domain':
    '{"type":"OS::Designate::Domain","support_status":{"status":"HIDDEN","version":"10.0.0","previous_status":{"status":"DEPRECATED","version":"8.0.0","previous_status":{"status":"SUPPORTED","version":"5.0.0"}}},"properties":{},"attributes":{"show":{"type":"Map"}}}',
  'OS::Designate::Record':
    '{"type":"OS::Designate::Record","support_status":{"status":"HIDDEN","version":"10.0.0","previous_status":{"status":"DEPRECATED","version":"8.0.0","previous_status":{"status":"SUPPORTED","version":"5.0.0"}}},"properties":{},"attributes":{"show":{"type":"Map"}}}',
  'OS::Designate::RecordSet':
    '{"type":"OS::Designate::RecordSet","support_status":{"status":"SUPPORTED","version":"8.0.0"},"properties":{"description":{"type":"String","update_allowed":true,"constraints":[{"length":{"max":160}}]},"name":{"type":"String","constraints":[{"length":{"max":255}}]},"records":{"type":"List","required":true,"update_allowed":true},"ttl":{"type":"Integer","update_allowed":true,"constraints":[{"range":{"min":1,"max":2147483647}}]},"type":{"type":"String","required":true,"constraints":[{"allowed_values":["A","AAAA","CNAME","MX","SRV","TXT","SPF","NS","PTR","SSHFP","SOA"]}]},"zone":{"type":"String","required":true,"constraints":[{"custom_constraint":"designate.zone"}]}},"attributes":{"show":{"type":"Map"}}}',
  'OS::Designate::Zone':
    '{"type":"OS::Designate::Zone","support_status":{"status":"SUPPORTED","version":"8.0.0"},"properties":{"description":{"type":"String","update_allowed":true,"constraints":[{"length":{"max":160}}]},"email":{"type":"String","update_allowed":true},"masters":{"type":"List","update_allowed":true,"support_status":{"status":"DEPRECATED","version":"15.0.0"}},"name":{"type":"String","required":true,"constraints":[{"length":{"max":255}}]},"primaries":{"type":"List","update_allowed":true},"ttl":{"type":"Integer","update_allowed":true,"constraints":[{"range":{"min":1,"max":2147483647}}]},"type":{"type":"String","default":"PRIMARY","constraints":[{"allowed_values":["PRIMARY","SECONDARY"]}]}},"attributes":{"serial":{"type":"String"},"show":{"type":"Map"}}}',
};
