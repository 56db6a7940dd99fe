import { prepareStack } from '#template';
import type { PropertySchema } from '#template';
import { builtInTypes } from '../built-in-types';
import { heatTypes } from './heat-types';

/** Without the words that Kiln's own types have. */
function factsOf(schemas: Readonly<Record<string, PropertySchema>>): object {
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { description: _, items, entries, ...facts }]) => [
      name,
      {
        ...facts,
        ...(items === undefined ? {} : { items: factsOf({ items }) }),
        ...(entries === undefined ? {} : { entries: factsOf(entries) }),
      },
    ]),
  );
}

describe('the types of Heat', () => {
  it('are all there, and nothing makes them', () => {
    const names = heatTypes.names();
    expect(names).toHaveLength(198);
    expect(names).toEqual([...names].sort());
    const schemas = names.map((name) => heatTypes.find(name));
    expect(schemas.map((schema) => schema?.type)).toEqual(names);
    expect(new Set(schemas.map((schema) => schema?.available))).toEqual(new Set([false]));
    expect(schemas.every((schema) => schema?.description.endsWith('Kiln checks it, but cannot make it yet.'))).toBe(
      true,
    );
    expect(schemas.every((schema) => Object.hasOwn(schema?.attributes ?? {}, 'show'))).toBe(true);
  });

  it.each(['OS::Nova::Serve', 'constructor', '__proto__', ''])('have none that is named %j', (name) => {
    expect(heatTypes.find(name)).toBeUndefined();
  });

  it('say what each property may be, at any depth', () => {
    const port = heatTypes.find('OS::Neutron::Port');
    expect(port?.properties['network']).toEqual({
      type: 'String',
      required: true,
      renamedFrom: 'network_id',
      constraints: [{ custom_constraint: 'neutron.network' }],
      supportStatus: { status: 'SUPPORTED', version: '2014.2' },
    });
    expect(port?.properties['fixed_ips']).toMatchObject({
      type: 'List',
      updateAllowed: true,
      items: { type: 'Map', entries: { subnet: { type: 'String', renamedFrom: 'subnet_id' } } },
    });
    expect(heatTypes.find('OS::Neutron::Trunk')?.properties['port']).toMatchObject({ immutable: true });
    expect(heatTypes.find('AWS::EC2::Instance')?.properties['KernelId']).toMatchObject({ implemented: false });
  });

  it('say which properties and attributes are to go away', () => {
    const server = heatTypes.find('OS::Nova::Server');
    expect(server?.properties['personality']?.supportStatus).toMatchObject({ status: 'DEPRECATED', version: '12.0.0' });
    expect(server?.attributes['first_address']?.supportStatus).toMatchObject({
      status: 'HIDDEN',
      previousStatus: { status: 'DEPRECATED', version: '2014.2' },
    });
    expect(heatTypes.find('OS::Neutron::RouterGateway')?.supportStatus).toMatchObject({ status: 'HIDDEN' });
  });

  it.each([
    ['OS::Heat::None', { anyProperties: true, anyAttributes: true, sampleName: 'NoneResource' }],
    ['OS::Magnum::Bay', { anyProperties: true, anyAttributes: true }],
    ['OS::Heat::ResourceGroup', { anyAttributes: true }],
    ['OS::Heat::SoftwareDeployment', { anyAttributes: true }],
    ['OS::Cinder::Volume', { snapshots: true, sampleName: 'CinderVolume' }],
    ['OS::Nova::KeyPair', {}],
  ])('%s takes what Heat’s does', (type, { ...expected }: object) => {
    const { anyProperties, anyAttributes, snapshots, sampleName } = heatTypes.find(type) ?? {};
    expect(JSON.parse(JSON.stringify({ anyProperties, anyAttributes, snapshots, sampleName }))).toEqual(expected);
  });

  it('have no default that is a fault: without any property, only what is required is missed', () => {
    const options = {
      types: heatTypes,
      pseudo: { stackName: 's', stackId: 'i', projectId: 'p' },
      acceptUnavailable: true,
    };
    const faults = heatTypes.names().flatMap((type) => {
      const template = { heat_template_version: '2021-04-16', resources: { r: { type } } };
      const prepared = prepareStack({ template }, options);
      return prepared.ok ? [] : prepared.diagnostics.map(({ detail }) => `${type}: ${detail}`);
    });
    const either = 'AWS::AutoScaling::AutoScalingGroup: expected either `InstanceId` or `LaunchConfigurationName`';
    expect(faults.filter((fault) => !fault.endsWith(' is required'))).toEqual([either]);
    expect(faults).toContain('OS::Neutron::Port: the property `network` is required');
  });

  const own = builtInTypes.filter(({ schema }) => heatTypes.find(schema.type) !== undefined);
  it.each(own.map(({ schema }) => [schema.type, schema] as const))(
    '%s is as Heat has it where Kiln makes it',
    (type, schema) => {
      const known = heatTypes.find(type);
      expect(factsOf(schema.properties)).toEqual(factsOf(known?.properties ?? {}));
      expect(Object.keys(schema.attributes).sort()).toEqual(Object.keys(known?.attributes ?? {}).sort());
      expect([schema.supportStatus, schema.sampleName]).toEqual([known?.supportStatus, known?.sampleName]);
    },
  );
});
