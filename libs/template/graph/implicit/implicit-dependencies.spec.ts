import type { Json } from '#contracts';
import { heatTypes } from '#resources';
import { fakeOptions } from '../../fixtures/fake-types';
import { prepareStack } from '../../prepare-stack';
import type { StackRequest } from '../../request';
import { PlannedValues } from './planned-values';

const OPTIONS = { ...fakeOptions, types: heatTypes, acceptUnavailable: true, checkValues: false };

/** `'a -> b'`: what the types of a template’s resources add to its edges. */
function implicitEdges(resources: string, request: Partial<StackRequest> = {}): string {
  const template = `heat_template_version: 2021-04-16\nresources:\n${resources}`;
  const prepared = prepareStack({ template, ...request }, OPTIONS);
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.diagnostics));
  const edges = [...prepared.value.resources.values()].flatMap(({ name, dependencies, implicitDependencies }) => {
    expect(implicitDependencies.filter((needed) => !dependencies.includes(needed))).toEqual([]);
    return implicitDependencies.map((needed) => `${name} -> ${needed}`);
  });
  return edges.join(', ');
}

const NET = '  net: {type: OS::Neutron::Net}\n';
const SUBNET = '  sub: {type: OS::Neutron::Subnet, properties: {network: {get_resource: net}, cidr: 10.0.0.0/24}}\n';
const INTERFACE =
  '  link: {type: OS::Neutron::RouterInterface, properties: {router: {get_resource: router}, subnet: {get_resource: sub}}}\n';
const ROUTER = '  router: {type: OS::Neutron::Router}\n';

describe('edges that nobody writes', () => {
  const grid = (ports: number, subnets: number): string => {
    const many = (count: number, make: (index: number) => string): string =>
      Array.from({ length: count }, (_, index) => make(index)).join('');
    const port = (index: number): string => `  p${index}: {type: OS::Neutron::Port, properties: {network: n}}\n`;
    const subnet = (index: number): string => `  s${index}: {type: OS::Neutron::Subnet, properties: {network: n}}\n`;
    return `heat_template_version: 2021-04-16\nresources:\n${many(ports, port)}${many(subnets, subnet)}`;
  };

  it('may be as many as a template needs, but not the product of thousands and thousands', () => {
    expect(prepareStack({ template: grid(30, 30) }, OPTIONS).ok).toBe(true);
    const prepared = prepareStack({ template: grid(1010, 1000) }, OPTIONS);
    const details = prepared.ok ? [] : prepared.diagnostics.map(({ path, detail }) => `${path}: ${detail}`);
    expect(details).toEqual([
      '/template/resources/p1000/type: the types of resources need each other in more than 1000000 ways: divide the template',
    ]);
  });
});

describe('a port', () => {
  const portOf = (properties: string): string => `  port: {type: OS::Neutron::Port, properties: ${properties}}\n`;

  it('needs the subnets of its network, and no others', () => {
    const others = '  other: {type: OS::Neutron::Subnet, properties: {network: elsewhere}}\n';
    const edges = implicitEdges(NET + SUBNET + others + portOf('{network: {get_resource: net}}'));
    expect(edges).toBe('port -> sub');
  });

  it('does not need twice what the template names', () => {
    const fixed = portOf('{network: {get_resource: net}, fixed_ips: [{subnet: {get_resource: sub}}]}');
    expect(implicitEdges(NET + SUBNET + fixed)).toBe('');
  });

  it.each([
    ['an older name', '{network_id: n}', '{network_id: n}', 'port -> sub'],
    ['a parameter', '{network: {get_param: OS::stack_name}}', '{network: teststack}', 'port -> sub'],
    ['a function for all properties', '{if: [true, {network: n}]}', '{network: n}', 'port -> sub'],
    [
      'attributes that nobody knows yet',
      '{network: {get_attr: [net, id]}}',
      '{network: {get_attr: [net, show]}}',
      'port -> sub',
    ],
    ['no network', '{}', '{network: n}', ''],
    ['what is no text', '{network: [n]}', '{network: [n]}', ''],
  ])('is matched by %s', (_, subnet, port, edges) => {
    const net = '  net: {type: OS::Heat::None}\n';
    const resources = `${net}  sub: {type: OS::Neutron::Subnet, properties: ${subnet}}\n${portOf(port)}`;
    expect(implicitEdges(resources)).toBe(edges);
  });

  it('is not matched by a parameter that has no value', () => {
    const template = `heat_template_version: 2021-04-16
parameters: {n: {type: string}}
resources:
  sub: {type: OS::Neutron::Subnet, properties: {network: {get_param: n}}}
  port: {type: OS::Neutron::Port, properties: {network: {get_param: n}}}
`;
    const prepared = prepareStack({ template }, { ...OPTIONS, requireParameters: false });
    expect(prepared.ok && prepared.value.resources.get('port')?.dependencies).toEqual([]);
  });

  it('that a type stands for counts, and so does what it is mapped to', () => {
    const mapped = (type: string, to: string): Partial<StackRequest> => ({
      environment: { resource_registry: { [type]: to } },
    });
    const port = portOf('{network: {get_resource: net}}');
    const mine = '  sub: {type: My::Subnet, properties: {network: {get_resource: net}}}\n';
    expect(implicitEdges(NET + mine + port, mapped('My::Subnet', 'OS::Neutron::Subnet'))).toBe('port -> sub');
    expect(implicitEdges(NET + SUBNET + port, mapped('OS::Neutron::Port', 'OS::Heat::None'))).toBe('');
  });

  it('is not its own subnet where it goes by that name', () => {
    const environment = { resource_registry: { 'OS::Neutron::Subnet': 'OS::Neutron::Port' } };
    const odd = '  odd: {type: OS::Neutron::Subnet, properties: {network: n}}\n';
    expect(implicitEdges(odd, { environment })).toBe('');
  });

  it('that exists outside needs nothing', () => {
    const port = '  port: {type: OS::Neutron::Port, external_id: x, properties: {network: n}}\n';
    expect(implicitEdges(`  sub: {type: OS::Neutron::Subnet, properties: {network: n}}\n${port}`)).toBe('');
  });
});

describe('a server', () => {
  const server = (networks: string): string =>
    `  server: {type: OS::Nova::Server, properties: {flavor: f, networks: ${networks}}}\n`;
  const OTHER = '  other: {type: OS::Neutron::Subnet, properties: {network: elsewhere}}\n';
  const VAGUE = '  vague: {type: OS::Neutron::Subnet, properties: {network: {get_attr: [net, id]}}}\n';

  it.each([
    ['its network', '[{network: {get_resource: net}}]', 'server -> sub, server -> vague'],
    ['both its networks', '[{network: net}, {uuid: elsewhere}]', 'server -> other, server -> sub, server -> vague'],
    [
      'any network, where one is not known',
      '[{network: net}, {port: p}]',
      'server -> other, server -> sub, server -> vague',
    ],
    ['no network', '[]', ''],
    ['nothing that can be read', '[x]', ''],
  ])('needs the subnets of %s', (_, networks, edges) => {
    const net = '  net: {type: OS::Heat::None}\n';
    expect(implicitEdges(net + SUBNET + OTHER + VAGUE + server(networks))).toBe(edges);
  });
});

describe('a router', () => {
  const EXTERNAL = '  outside: {type: OS::Neutron::Subnet, properties: {network: ext}}\n';

  it('needs the subnets of the network outside', () => {
    const router = '  router: {type: OS::Neutron::Router, properties: {external_gateway_info: {network: ext}}}\n';
    expect(implicitEdges(NET + SUBNET + EXTERNAL + router)).toBe('router -> outside');
    expect(implicitEdges(NET + SUBNET + EXTERNAL + ROUTER)).toBe('');
  });

  it('needs its interfaces before its gateway, and those subnets too', () => {
    const gateway =
      '  gate: {type: OS::Neutron::RouterGateway, properties: {router_id: {get_resource: router}, network: ext}}\n';
    const other = '  other: {type: OS::Neutron::RouterInterface, properties: {router: elsewhere, subnet: s}}\n';
    const edges = implicitEdges(NET + SUBNET + EXTERNAL + ROUTER + INTERFACE + other + gateway);
    expect(edges).toBe('gate -> link, gate -> outside');
  });

  it.each([
    ['OS::Neutron::ExtraRoute', 'router_id'],
    ['OS::Neutron::ExtraRouteSet', 'router'],
  ])('needs to be connected before an %s', (type, property) => {
    const gateway = '  gate: {type: OS::Neutron::RouterGateway, properties: {router_id: {get_resource: router}}}\n';
    const route = `  route: {type: ${type}, properties: {${property}: {get_resource: router}}}\n`;
    const edges = implicitEdges(NET + SUBNET + ROUTER + INTERFACE + gateway + route);
    expect(edges).toBe('gate -> link, route -> gate, route -> link');
  });
});

describe('a floating IP', () => {
  const portOn = (fixed: string): string => `  port: {type: OS::Neutron::Port, properties: {network: n${fixed}}}\n`;
  const FIXED = ', fixed_ips: [{ip_address: 10.0.0.9}, {subnet: {get_resource: sub}}]';
  const ofPort = (type: string): string => `  ip: {type: ${type}, depends_on: port}\n`;

  it('needs the way out to its network, by a router or by a gateway', () => {
    const out = `  router: {type: OS::Neutron::Router, properties: {external_gateway_info: {network: ext}}}
  gate: {type: OS::Neutron::RouterGateway, properties: {router_id: r, network: ext}}
  other: {type: OS::Neutron::Router, properties: {external_gateway_info: {network: elsewhere}}}
`;
    const ip = '  ip: {type: OS::Neutron::FloatingIP, properties: {floating_network: ext}}\n';
    expect(implicitEdges(out + ip)).toBe('ip -> gate, ip -> router');
  });

  it.each(['OS::Neutron::FloatingIP', 'OS::Neutron::FloatingIPAssociation', 'OS::Neutron::FloatingIPPortForward'])(
    'as %s needs the interface on the subnet of its port',
    (type) => {
      const resources = NET + SUBNET + ROUTER + INTERFACE;
      expect(implicitEdges(resources + portOn(FIXED) + ofPort(type))).toBe('ip -> link');
      expect(implicitEdges(resources + portOn(', fixed_ips: [{subnet: s}]') + ofPort(type))).toBe('');
      expect(implicitEdges(resources + portOn('') + ofPort(type))).toBe('');
    },
  );

  it('needs an interface whose subnet nobody knows, if that of its port is not known either', () => {
    const link = '  link: {type: OS::Neutron::RouterInterface, properties: {router: r, port: p}}\n';
    expect(implicitEdges(link + portOn('') + ofPort('OS::Neutron::FloatingIP'))).toBe('ip -> link');
    expect(implicitEdges(link + portOn('') + ofPort('OS::Neutron::FloatingIPAssociation'))).toBe('');
  });
});

describe('the gateway of a VPC', () => {
  it('needs the route tables of that VPC', () => {
    const resources = `  table: {type: AWS::EC2::RouteTable, properties: {VpcId: v}}
  other: {type: AWS::EC2::RouteTable, properties: {VpcId: w}}
  gate: {type: AWS::EC2::VPCGatewayAttachment, properties: {VpcId: v, InternetGatewayId: g}}
`;
    expect(implicitEdges(resources)).toBe('gate -> table');
  });
});

describe('a circle that goes over what a type needs', () => {
  it('is told with the rule that closes it', () => {
    const template = `heat_template_version: 2021-04-16
resources:
  sub: {type: OS::Neutron::Subnet, properties: {network: n, name: {get_attr: [port, mac_address]}}}
  port: {type: OS::Neutron::Port, properties: {network: n}}
`;
    const prepared = prepareStack({ template }, OPTIONS);
    expect(prepared.ok ? [] : prepared.diagnostics.map(({ detail }) => detail)).toEqual([
      'resources depend on each other in a circle: sub → port → sub; ' +
        'that `port` needs `sub` is a rule of `OS::Neutron::Port`',
    ]);
  });
});

describe('many ports and subnets', () => {
  it('are each looked at once, however many there are', () => {
    const count = 500;
    const resources = Array.from({ length: count }, (_, at) => [
      [`sub${at}`, { type: 'OS::Neutron::Subnet', properties: { network: `n${at}` } }] as const,
      [`port${at}`, { type: 'OS::Neutron::Port', properties: { network: `n${at}` } }] as const,
    ]).flat();
    const looks = jest.spyOn(PlannedValues.prototype, 'property');
    const template = { heat_template_version: '2021-04-16', resources: Object.fromEntries<Json>(resources) };
    const prepared = prepareStack({ template }, OPTIONS);
    expect(looks).toHaveBeenCalledTimes(2 * count);
    const needed = prepared.ok ? [...prepared.value.resources.values()].map((one) => one.implicitDependencies) : [];
    expect(needed.flat()).toHaveLength(count);
  });
});
