import type { FunctionDefinition } from './function-definition';
import { GetAttr } from './get-attr';
import { unpack } from './unpack';

/**
 * `Fn::GetAtt: [resource, attribute]`
 * (https://docs.openstack.org/heat/latest/template_guide/functions.html#fn-getatt).
 */
export const getAtt: FunctionDefinition = {
  name: 'Fn::GetAtt',
  description: 'An attribute of a resource of the same stack',
  parse: (argument, site) => {
    const [resource, attribute, ...rest] = unpack(site.parse(argument, site.place)) ?? [];
    if (resource !== undefined && attribute !== undefined && rest.length === 0) {
      return new GetAttr({ resource, attribute, path: [] }, site);
    }
    return site.faults.refuse(site.place, 'expected a list of the form [resource, attribute]');
  },
};
