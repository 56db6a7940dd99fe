import type { JsonObject } from '#contracts';
import type { PropertySchema } from '#template';
import { GONE } from '../gone';
import { physicalName } from '../names/physical-name';
import { mapOf, numberOf } from '../property-values';
import { ResourceFailure } from '../resource-failure';
import type { ResourceType } from '../resource-type';
import { showAttribute } from './show-attribute';
import { waitFor } from './waiting';

const seconds = (description: string): PropertySchema => ({
  type: 'Number',
  default: 0,
  updateAllowed: true,
  description,
});
const since = (version: string): Pick<PropertySchema, 'supportStatus'> => ({
  supportStatus: { status: 'SUPPORTED', version },
});
const secondsOfAction = (action: string): PropertySchema => ({
  type: 'Number',
  updateAllowed: true,
  description: `Seconds that ${action} takes, instead of \`wait_secs\`.`,
});
const unused: PropertySchema = {
  type: 'String',
  default: '',
  updateAllowed: true,
  description: 'Taken and not used: there is no client to be asked.',
};

const properties: Readonly<Record<string, PropertySchema>> = {
  value: { type: 'String', default: 'test_string', updateAllowed: true, description: 'The text to hold.' },
  fail: { type: 'Boolean', default: false, updateAllowed: true, description: 'Whether create and update fail.' },
  update_replace: {
    type: 'Boolean',
    default: false,
    updateAllowed: true,
    description: 'Set to true by an update, it has the resource replaced.',
  },
  update_replace_value: {
    type: 'String',
    description: 'Every change of it has the resource replaced.',
    ...since('7.0.0'),
  },
  wait_secs: seconds('Seconds that every action takes; less than 0 is for ever.'),
  action_wait_secs: {
    type: 'Map',
    updateAllowed: true,
    description: 'Seconds that single actions take.',
    entries: {
      create: secondsOfAction('create'),
      update: secondsOfAction('update'),
      delete: secondsOfAction('delete'),
    },
  },
  attr_wait_secs: {
    ...seconds('Seconds that working out the attributes takes, at the end of create.'),
    ...since('6.0.0'),
  },
  constraint_prop_secs: {
    ...seconds('Seconds that checking this property takes, at the beginning of create.'),
    constraints: [{ custom_constraint: 'test_constr' }],
    ...since('6.0.0'),
  },
  client_name: unused,
  entity_name: unused,
};

/**
 * Holds a text, and has knobs to be slow, to fail and to be replaced, for tests of templates. Heat waits for
 * `attr_wait_secs` whenever an attribute is read and for `constraint_prop_secs` whenever the template is checked;
 * here attributes are worked out once and checks take no time, so both make create longer.
 */
export const testResource: ResourceType = {
  schema: {
    type: 'OS::Heat::TestResource',
    description: 'Holds a text; made to be slow, to fail and to be replaced, for tests.',
    supportStatus: { status: 'SUPPORTED', version: '5.0.0' },
    properties,
    attributes: { output: { type: 'Any', description: 'The text.' }, ...showAttribute },
  },
  create: async (step) => {
    const again = waitFor(step, () => createSeconds(step.properties));
    if (again !== undefined) return Promise.resolve(again);
    if (step.properties['fail'] === true) throw new ResourceFailure(`Test Resource failed ${step.resourceName}`);
    const attributes = { output: step.properties['value'] ?? null };
    return { outcome: 'done', physicalId: physicalName(step), attributes };
  },
  update: async (step) => {
    const again = waitFor(step, () => actionSeconds(step.properties, 'update'));
    if (again !== undefined) return Promise.resolve(again);
    if (step.properties['fail'] === true) throw new ResourceFailure(`Test Resource failed ${step.resourceName}`);
    return { outcome: 'done', physicalId: step.physicalId, attributes: { output: step.properties['value'] ?? null } };
  },
  mustReplace: ({ previous, properties: given }) =>
    given['update_replace'] === true && previous['update_replace'] !== true,
  delete: (step) => Promise.resolve(waitFor(step, () => actionSeconds(step.properties, 'delete')) ?? GONE),
};

function createSeconds(given: JsonObject): number {
  const action = actionSeconds(given, 'create');
  if (action < 0) return action;
  return (numberOf(given['constraint_prop_secs']) ?? 0) + action + (numberOf(given['attr_wait_secs']) ?? 0);
}

function actionSeconds(given: JsonObject, action: string): number {
  return numberOf(mapOf(given['action_wait_secs'])?.[action]) ?? numberOf(given['wait_secs']) ?? 0;
}
