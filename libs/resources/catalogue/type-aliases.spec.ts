import { heatTypes } from './heat-types';
import { withAliases } from './type-aliases';

describe('older names of types', () => {
  const types = withAliases(heatTypes);

  it.each([
    ['OS::Quantum::Net', 'OS::Neutron::Net'],
    ['OS::Quantum::LBaaS::Pool', 'OS::Neutron::LBaaS::Pool'],
    ['OS::Ceilometer::Alarm', 'OS::Aodh::Alarm'],
    ['OS::Ceilometer::GnocchiResourcesAlarm', 'OS::Aodh::GnocchiResourcesAlarm'],
    ['OS::Metering::Alarm', 'OS::Aodh::Alarm'],
    ['OS::Nova::Server', 'OS::Nova::Server'],
  ])('%s is %s', (older, type) => {
    expect(types.find(older)?.type).toBe(type);
  });

  it.each(['OS::Quantum::Nets', 'OS::Metering::AlarmEvents', 'OS::Ceilometer', 'My::OS::Quantum::Net'])(
    '%s is none',
    (name) => {
      expect(types.find(name)).toBeUndefined();
    },
  );

  it('are not listed, and a type that really has such a name is found', () => {
    const quantum = { ...heatTypes.find('OS::Neutron::Net')!, type: 'OS::Quantum::Net' };
    const catalogue = withAliases({
      find: (type) => (type === quantum.type ? quantum : undefined),
      names: () => ['x'],
    });
    expect(catalogue.find('OS::Quantum::Net')).toBe(quantum);
    expect(types.names()).toEqual(heatTypes.names());
  });
});
