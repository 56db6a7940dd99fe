import { InvariantError, schema } from '#contracts';
import type { Schema } from '#contracts';
import { ASSET_NAMES } from '../descriptions/page';

/** What stands in paths. A value of another form names nothing: it is a 404 like any other name that is not known. */
const PATH_PARAMETERS: Readonly<Record<string, Schema>> = {
  stack_id: schema.uuid('The stack.'),
  operation_id: schema.uuid('The operation.'),
  snapshot_id: schema.uuid('The snapshot.'),
  subscription_id: schema.uuid('The subscription.'),
  resource_name: schema.text('The name of the resource in the template.', { minLength: 1 }),
  output_key: schema.text('The name of the output in the template.', { minLength: 1 }),
  event_id: schema.text('The id of the event.', { minLength: 1 }),
  token: schema.text('The token that the URL of a signal ends with.', { minLength: 1 }),
  type: schema.text('The name of the resource type.', { minLength: 1, examples: ['OS::Heat::RandomString'] }),
  asset: schema.words(ASSET_NAMES, 'A part of the page.'),
  version: schema.text('The version, as `2018-08-31` or `rocky`.', { minLength: 1 }),
};

/** The names in a path. */
export function namesInPath(path: string): string[] {
  return [...path.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => name);
}

export function pathParameter(name: string): Schema {
  const known = PATH_PARAMETERS[name];
  if (!known) throw new InvariantError(`nobody said what {${name}} is in a path`);
  return known;
}
