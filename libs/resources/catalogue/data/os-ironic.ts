// Made by libs/resources/catalogue/writing/main.ts; not to be edited by hand.

export const osIronic = {
  'OS::Ironic::Port':
    '{"type":"OS::Ironic::Port","support_status":{"status":"SUPPORTED","version":"13.0.0"},"properties":{"address":{"type":"String","required":true,"update_allowed":true},"extra":{"type":"Map","update_allowed":true},"is_smartnic":{"type":"Boolean","update_allowed":true},"local_link_connection":{"type":"Map","update_allowed":true},"node":{"type":"String","required":true,"update_allowed":true,"constraints":[{"custom_constraint":"ironic.node"}]},"physical_network":{"type":"String","update_allowed":true},"portgroup":{"type":"String","update_allowed":true,"constraints":[{"custom_constraint":"ironic.portgroup"}]},"pxe_enabled":{"type":"Boolean","update_allowed":true}},"attributes":{"address":{"type":"String"},"extra":{"type":"Map"},"internal_info":{"type":"Map"},"is_smartnic":{"type":"Boolean"},"local_link_connection":{"type":"Map"},"node_uuid":{"type":"String"},"physical_network":{"type":"String"},"portgroup_uuid":{"type":"String"},"pxe_enabled":{"type":"Boolean"},"show":{"type":"Map"}}}',
};
