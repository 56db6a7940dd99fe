/**
 * Constraints of Heat that ask a service of the cloud whether something exists. There is no such
 * service here, so they take everything.
 */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  barbican: ['container', 'secret'],
  blazar: ['reservation'],
  cinder: ['backup', 'qos_specs', 'snapshot', 'volume', 'vtype'],
  designate: ['zone'],
  glance: ['image'],
  heat: ['resource_type'],
  ironic: ['node', 'portgroup'],
  keystone: ['domain', 'group', 'project', 'region', 'role', 'service', 'user'],
  magnum: ['cluster_template'],
  manila: ['share_network', 'share_snapshot', 'share_type'],
  mistral: ['workflow'],
  monasca: ['notification'],
  neutron: [
    ...['address_scope', 'flow_classifier', 'lb.provider', 'lbaas.listener', 'lbaas.loadbalancer', 'lbaas.pool'],
    ...['lbaas.provider', 'network', 'port', 'port_pair', 'port_pair_group', 'qos_policy', 'router'],
    ...['security_group', 'segment', 'subnet', 'subnetpool', 'taas.tap_flow', 'taas.tap_service'],
  ],
  nova: ['flavor', 'host', 'keypair', 'network', 'server'],
  octavia: ['flavor', 'flavorprofile', 'l7policy', 'listener', 'loadbalancer', 'pool'],
  sahara: ['cluster', 'cluster_template', 'data_source', 'image', 'job_binary', 'job_type', 'plugin'],
  senlin: ['cluster', 'policy', 'policy_type', 'profile', 'profile_type'],
  swift: ['container'],
  trove: ['flavor'],
  zaqar: ['queue'],
};

export const CLOUD_CONSTRAINTS: ReadonlySet<string> = new Set(
  Object.entries(NAMES).flatMap(([service, names]) => names.map((name) => `${service}.${name}`)),
);
