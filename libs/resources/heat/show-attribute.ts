import type { ResourceSchema } from '#template';

/** `show` is an attribute of every type of Heat; these types have no service behind them that would say anything. */
export const showAttribute: ResourceSchema['attributes'] = {
  show: { type: 'Map', description: 'What the service behind the resource says of it: nothing, there is none.' },
};
