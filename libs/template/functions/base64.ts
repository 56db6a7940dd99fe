import { kindOf } from '../diagnostics/describe';
import { computed } from './computed';
import type { FunctionDefinition } from './function-definition';

/**
 * `Fn::Base64: text`: the text as it is; whoever takes it encodes it
 * (https://docs.openstack.org/heat/latest/template_guide/functions.html#fn-base64).
 */
export const base64: FunctionDefinition = {
  name: 'Fn::Base64',
  description: 'A text that is to be encoded by whoever takes it',
  parse: (argument, site) =>
    computed(site.parse(argument, site.place), (value, scope) => {
      if (typeof value === 'string') return value;
      return scope.report(site.place, `expected a text, found ${kindOf(value)}`);
    }),
};
