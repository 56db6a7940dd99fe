import type { FunctionDefinition } from './function-definition';

/**
 * `Fn::GetAZs: region`: the availability zones that servers can be in, the same for every region
 * (https://docs.openstack.org/heat/latest/template_guide/functions.html#fn-getazs).
 */
export const getAzs: FunctionDefinition = {
  name: 'Fn::GetAZs',
  description: 'The names of the availability zones',
  parse: (argument, site) => ({
    operands: [site.parse(argument, site.place)],
    evaluate: (scope) => [...scope.availabilityZones],
  }),
};
