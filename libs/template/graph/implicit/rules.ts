import type { TypedResource } from '../../sections/map-types';
import { isMap } from '../../values';
import { textOf } from './planned-values';
import type { NamesByValue, StackParts } from './stack-parts';

/** The resources that one of a certain type needs beyond those that the template names; `needed` are those. */
type Rule = (resource: TypedResource, parts: StackParts, needed: readonly string[]) => readonly string[];

const SUBNET = 'OS::Neutron::Subnet';
const PORT = 'OS::Neutron::Port';
const ROUTER = 'OS::Neutron::Router';
const ROUTER_GATEWAY = 'OS::Neutron::RouterGateway';
const ROUTER_INTERFACE = 'OS::Neutron::RouterInterface';

/** Which types have such needs, as Heat has them. */
export const RULES: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ['AWS::EC2::VPCGatewayAttachment', routeTablesOfVpc],
  ['OS::Neutron::ExtraRoute', (resource, parts) => connectionsOfRouter(resource, 'router_id', parts)],
  ['OS::Neutron::ExtraRouteSet', (resource, parts) => connectionsOfRouter(resource, 'router', parts)],
  ['OS::Neutron::FloatingIP', waysToPort],
  ['OS::Neutron::FloatingIPAssociation', (_, parts, needed) => interfacesOfPorts(needed, parts, false)],
  ['OS::Neutron::FloatingIPPortForward', (_, parts, needed) => interfacesOfPorts(needed, parts, false)],
  [PORT, subnetsOfPort],
  [ROUTER, subnetsOfExternalNetwork],
  [ROUTER_GATEWAY, needsOfGateway],
  ['OS::Nova::Server', subnetsOfServer],
]);

/** What has the same value; nothing has the same as what is not known. */
function same(names: NamesByValue, value: string | undefined): readonly string[] {
  return value === undefined ? [] : (names.get(value) ?? []);
}

/** The gateway is attached to routers, which are made with the route tables. */
function routeTablesOfVpc(resource: TypedResource, parts: StackParts): readonly string[] {
  return same(parts.by('AWS::EC2::RouteTable', 'VpcId'), parts.values.text(resource, 'VpcId'));
}

/** A port may be put on any subnet of its network, so all of them are there first. */
function subnetsOfPort(resource: TypedResource, parts: StackParts): readonly string[] {
  return same(parts.by(SUBNET, 'network'), parts.values.text(resource, 'network'));
}

/** Its gateway gets a port in the external network. */
function subnetsOfExternalNetwork(resource: TypedResource, parts: StackParts): readonly string[] {
  return same(parts.by(SUBNET, 'network'), externalNetwork(resource, parts));
}

function externalNetwork(router: TypedResource, { values }: StackParts): string | undefined {
  const gateway = values.property(router, 'external_gateway_info');
  return isMap(gateway) ? textOf(gateway['network']) : undefined;
}

function interfacesOfRouter(resource: TypedResource, property: string, parts: StackParts): readonly string[] {
  return same(parts.by(ROUTER_INTERFACE, 'router'), parts.values.text(resource, property));
}

/** The gateway is set once the router has its interfaces, and gets a port in the external network. */
function needsOfGateway(resource: TypedResource, parts: StackParts): readonly string[] {
  return [...interfacesOfRouter(resource, 'router_id', parts), ...subnetsOfPort(resource, parts)];
}

/** A route leads to somewhere that the router is connected to. */
function connectionsOfRouter(resource: TypedResource, property: string, parts: StackParts): readonly string[] {
  const gateways = same(parts.by(ROUTER_GATEWAY, 'router_id'), parts.values.text(resource, property));
  return [...interfacesOfRouter(resource, property, parts), ...gateways];
}

/** A floating IP can be had, and leads to its port, once a router connects both networks. */
function waysToPort(resource: TypedResource, parts: StackParts, needed: readonly string[]): readonly string[] {
  const network = parts.values.text(resource, 'floating_network');
  const routers = parts.look(ROUTER, 'external network', (router) => externalNetwork(router, parts));
  const gateways = same(parts.by(ROUTER_GATEWAY, 'network'), network);
  return [...gateways, ...same(routers, network), ...interfacesOfPorts(needed, parts, true)];
}

/** The router interfaces on the subnets of the ports among what is needed. */
function interfacesOfPorts(needed: readonly string[], parts: StackParts, anySubnet: boolean): readonly string[] {
  const bySubnet = parts.look(ROUTER_INTERFACE, 'subnet', (one) => parts.values.text(one, 'subnet') || undefined);
  return needed.flatMap((name) => {
    const port = parts.ofKind(PORT, name);
    return port === undefined ? [] : subnetsOf(port, parts, anySubnet).flatMap((subnet) => bySubnet.get(subnet) ?? []);
  });
}

/** `undefined`: a subnet that is not known, which may be that of an interface whose subnet is not known either. */
function subnetsOf(port: TypedResource, { values }: StackParts, anySubnet: boolean): (string | undefined)[] {
  const fixed = values.property(port, 'fixed_ips');
  const subnets = Array.isArray(fixed)
    ? fixed.map((ip) => (isMap(ip) ? textOf(ip['subnet']) || undefined : undefined))
    : [];
  return subnets.length === 0 && anySubnet ? [undefined] : subnets;
}

/** A server may be put on any subnet of its networks; where a network is not known, on any at all. */
function subnetsOfServer(resource: TypedResource, parts: StackParts): readonly string[] {
  const networks = parts.values.property(resource, 'networks');
  if (!Array.isArray(networks) || networks.length === 0) return [];
  const byNetwork = parts.look(SUBNET, 'known network', (subnet) => parts.values.text(subnet, 'network') || undefined);
  const wanted = networks.map((network) => (isMap(network) ? textOf(network['network']) || undefined : undefined));
  if (wanted.includes(undefined)) return [...byNetwork.values()].flat();
  return [...new Set([...wanted, undefined])].flatMap((network) => byNetwork.get(network) ?? []);
}
