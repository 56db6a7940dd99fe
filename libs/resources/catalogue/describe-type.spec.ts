import { describeType } from './describe-type';

describe('the line about a type', () => {
  it.each([
    ['OS::Neutron::FloatingIPAssociation', 'Floating IP association (OpenStack networking, Neutron).'],
    ['OS::Neutron::QoSPolicy', 'QoS policy (OpenStack networking, Neutron).'],
    ['OS::Neutron::LBaaS::L7Rule', 'LBaaS L7 rule (OpenStack networking, Neutron).'],
    ['OS::Heat::ResourceGroup', 'Resource group (of Heat’s own).'],
    ['AWS::EC2::VPC', 'VPC (as AWS EC2 has it, on OpenStack).'],
  ])('%s', (type, line) => {
    expect(describeType(type)).toBe(`${line} Kiln checks it, but cannot make it yet.`);
  });
});
