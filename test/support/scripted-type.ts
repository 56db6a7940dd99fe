import { GONE } from '#resources';
import type { CheckAnswer, ResourceType, Step, StepAnswer, UpdateStep } from '#resources';

type TakeUpdate = (step: UpdateStep) => Promise<StepAnswer> | StepAnswer;
type Take = (step: Step) => Promise<StepAnswer> | StepAnswer;

interface Script {
  create: Take;
  delete?: Take;
  update?: TakeUpdate;
  check?: (step: Step) => Promise<CheckAnswer> | CheckAnswer;
}

const scripts = new Map<string, Script>();

/** A resource whose steps do what a test writes, in the test's own process. */
export function scripted(script: Script): { type: string; properties: { script: string } } {
  const name = `script-${scripts.size + 1}`;
  scripts.set(name, script);
  const { type } = (script.check === undefined ? scriptedType : checkedType).schema;
  return { type, properties: { script: name } };
}

const scriptedType: ResourceType = {
  schema: {
    type: 'Test::Scripted',
    description: 'Does what a test wrote, for tests.',
    supportStatus: { status: 'SUPPORTED' },
    properties: {
      script: { type: 'String', required: true },
      secret: { type: 'String' },
      /** Changed in place. */
      value: { type: 'Any', updateAllowed: true },
      /** A change of it needs another resource. */
      name: { type: 'String' },
      /** It may never change. */
      place: { type: 'String', immutable: true },
    },
    attributes: { value: { type: 'Any' } },
  },
  create: async (step) => scriptOf(step).create(step),
  update: async (step) =>
    (await scriptOf(step).update?.(step)) ?? {
      outcome: 'done',
      physicalId: step.physicalId,
      attributes: { value: step.properties['value'] ?? null },
    },
  delete: async (step) => (await scriptOf(step).delete?.(step)) ?? GONE,
};

function scriptOf(step: Step): Script {
  return scripts.get(step.properties['script'] as string)!;
}

/** The same, of a type that can look at what is there. */
const checkedType: ResourceType = {
  ...scriptedType,
  schema: { ...scriptedType.schema, type: 'Test::Checked' },
  check: async (step) => (await scriptOf(step).check?.(step)) ?? { outcome: 'found', properties: {} },
};

/** What `KILN_RESOURCE_TYPE_MODULES` loads from this module. */
export const resourceTypes: readonly ResourceType[] = [scriptedType, checkedType];
