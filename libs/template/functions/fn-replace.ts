import { listItems, mayBeMap } from '../expressions/operands';
import type { FunctionDefinition } from './function-definition';
import { TextReplacement } from './text-replacement';

/**
 * `Fn::Replace: [{key: value, …}, text]`
 * (https://docs.openstack.org/heat/latest/template_guide/functions.html#fn-replace).
 */
export const fnReplace: FunctionDefinition = {
  name: 'Fn::Replace',
  description: 'Puts values into a text in place of keys',
  parse: (argument, site) => {
    const [params, template, ...rest] = listItems(site.parse(argument, site.place)) ?? [];
    if (params === undefined || template === undefined || rest.length > 0) {
      return site.faults.refuse(site.place, 'expected a list of the form [{key: value, …}, text]');
    }
    if (!mayBeMap(params)) {
      return site.faults.refuse(site.place.at(0), 'expected a map of keys and the values to replace them by');
    }
    const places = { params: site.place.at(0), template: site.place.at(1) };
    return new TextReplacement({ params, template }, places, { json: 'no', everyKey: false, everyValue: false });
  },
};
