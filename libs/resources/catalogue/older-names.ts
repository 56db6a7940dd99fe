/**
 * Older names of properties: type, path (`*` for the items of a list), older name. A template that
 * gives the older one is as good as one that gives the other.
 */
const OLDER_NAMES: readonly (readonly [type: string, path: string, older: string])[] = [
  ['OS::Cinder::Volume', 'image', 'imageRef'],
  ['OS::Designate::Zone', 'primaries', 'masters'],
  ['OS::Neutron::FloatingIP', 'floating_network', 'floating_network_id'],
  ['OS::Neutron::NetworkGateway', 'connections.*.network', 'network_id'],
  ['OS::Neutron::Pool', 'subnet', 'subnet_id'],
  ['OS::Neutron::Port', 'network', 'network_id'],
  ['OS::Neutron::Port', 'fixed_ips.*.subnet', 'subnet_id'],
  ['OS::Neutron::RouterGateway', 'network', 'network_id'],
  ['OS::Neutron::RouterInterface', 'router', 'router_id'],
  ['OS::Neutron::RouterInterface', 'subnet', 'subnet_id'],
  ['OS::Neutron::RouterInterface', 'port', 'port_id'],
  ['OS::Neutron::Subnet', 'network', 'network_id'],
  ['OS::Neutron::VPNService', 'router', 'router_id'],
  ['OS::Neutron::VPNService', 'subnet', 'subnet_id'],
  ['OS::Nova::Server', 'networks.*.network', 'uuid'],
  ['OS::Nova::Server', 'block_device_mapping_v2.*.image', 'image_id'],
];

/** Answers the older names of properties at one place inside a type. */
export interface OlderNames {
  of(property: string): string | undefined;
  within(property: string): OlderNames;
}

export function olderNames(type: string): OlderNames {
  const byPath = new Map(OLDER_NAMES.filter(([of]) => of === type).map(([, path, older]) => [path, older]));
  return at(byPath, '');
}

function at(byPath: ReadonlyMap<string, string>, path: string): OlderNames {
  return {
    of: (property) => byPath.get(path + property),
    within: (property) => at(byPath, `${path}${property}.`),
  };
}
