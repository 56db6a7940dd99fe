// Made by libs/resources/catalogue/writing/main.ts; not to be edited by hand.

export const osZaqar = {
  'OS::Zaqar::MistralTrigger':
    '{"type":"OS::Zaqar::MistralTrigger","support_status":{"status":"SUPPORTED","version":"8.0.0"},"properties":{"input":{"type":"Map","default":{},"update_allowed":true},"params":{"type":"Map","default":{},"update_allowed":true},"queue_name":{"type":"String","required":true,"constraints":[{"custom_constraint":"zaqar.queue"}]},"ttl":{"type":"Integer","default":220367260800,"update_allowed":true,"constraints":[{"range":{"min":60}}]},"workflow_id":{"type":"String","required":true,"update_allowed":true,"constraints":[{"custom_constraint":"mistral.workflow"}]}},"attributes":{"show":{"type":"Map"}}}',
  'OS::Zaqar::Queue':
    '{"type":"OS::Zaqar::Queue","support_status":{"status":"SUPPORTED","version":"2014.2"},"properties":{"metadata":{"type":"Map","update_allowed":true},"name":{"type":"String","constraints":[{"length":{"max":64}}]}},"attributes":{"href":{"type":"Any"},"queue_id":{"type":"Any","support_status":{"status":"HIDDEN","version":"6.0.0","previous_status":{"status":"DEPRECATED","version":"2015.1","previous_status":{"status":"SUPPORTED","version":"2014.1"}}}},"show":{"type":"Map"}}}',
  'OS::Zaqar::SignedQueueURL':
    '{"type":"OS::Zaqar::SignedQueueURL","support_status":{"status":"SUPPORTED","version":"8.0.0"},"properties":{"methods":{"type":"List","schema":{"*":{"type":"String","constraints":[{"allowed_values":["GET","DELETE","PATCH","POST","PUT"]}]}}},"paths":{"type":"List"},"queue":{"type":"String","required":true},"ttl":{"type":"Integer"}},"attributes":{"expires":{"type":"Any"},"methods":{"type":"Any"},"paths":{"type":"Any"},"project":{"type":"Any"},"query_str":{"type":"Any"},"show":{"type":"Map"},"signature":{"type":"Any"}}}',
  'OS::Zaqar::Subscription':
    '{"type":"OS::Zaqar::Subscription","support_status":{"status":"SUPPORTED","version":"8.0.0"},"properties":{"options":{"type":"Map","update_allowed":true},"queue_name":{"type":"String","required":true,"constraints":[{"custom_constraint":"zaqar.queue"}]},"subscriber":{"type":"String","required":true,"update_allowed":true},"ttl":{"type":"Integer","default":220367260800,"update_allowed":true,"constraints":[{"range":{"min":60}}]}},"attributes":{"show":{"type":"Map"}}}',
};
