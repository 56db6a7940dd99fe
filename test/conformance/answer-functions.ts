import { probe } from '#template';
import type { DeletionPolicy, ExactJson, ExactObject, ParentResource } from '#template';
import type { Answer } from './comparison';
import type { Vector } from './vectors';
import { versionName } from './version-names';

interface StubResource {
  /** `null`: the resource has none yet. */
  readonly reference_id?: string | null;
  readonly attributes?: ExactObject;
  /** ACTION_STATUS. */
  readonly state?: string;
  readonly condition?: ExactJson;
}

interface ParentVector {
  readonly metadata?: ExactObject | null;
  /** In its internal spelling. */
  readonly deletion_policy?: DeletionPolicy | null;
  readonly update_policy?: ExactObject | null;
}

interface FunctionVector extends Vector {
  readonly version: string;
  readonly kind: 'function' | 'condition';
  readonly snippet: ExactJson;
  readonly parameters?: Record<string, { schema: ExactJson; value?: ExactJson }>;
  readonly parameter_defaults?: ExactObject;
  readonly resources?: Record<string, StubResource>;
  readonly conditions?: ExactJson;
  readonly mappings?: ExactObject;
  readonly availability_zones?: readonly string[];
  readonly parent_resource?: ParentVector;
  readonly files?: Record<string, string>;
}

/** The stack that the vectors are evaluated in. */
const PSEUDO = { stackName: 'stack0', stackId: '11111111-2222-3333-4444-555555555555', projectId: 'tenant0' };

/** In other actions Heat answers nothing when a resource is asked for an attribute. */
const ACTIONS_WITH_ATTRIBUTES = ['CREATE', 'ADOPT', 'SUSPEND', 'RESUME', 'UPDATE', 'CHECK', 'SNAPSHOT'];

/** Evaluates the snippet of a case of `functions.jsonl`. */
export function answerFunction(vector: Vector): Answer {
  const { snippet, ...rest } = vector as FunctionVector;
  const probed = probe.probeSnippet(snippet, worldOf(rest as FunctionVector));
  return probed.ok ? { value: probed.value } : { error: probed.details.join('; '), phase: probed.phase };
}

function worldOf(vector: FunctionVector): probe.SnippetWorld {
  const stubs = new Map(Object.entries(vector.resources ?? {}));
  const resources = [...stubs].map(([name, { attributes = {}, condition = true }]) => [
    name,
    // Every type of Heat's has `show` besides its own.
    { attributes: [...Object.keys(attributes), 'show'], condition },
  ]);
  return {
    version: versionName(vector.version),
    isCondition: vector.kind === 'condition',
    parameters: vector.parameters ?? {},
    parameterDefaults: vector.parameter_defaults ?? {},
    pseudo: PSEUDO,
    conditions: vector.conditions ?? {},
    mappings: vector.mappings ?? {},
    availabilityZones: vector.availability_zones ?? [],
    parentResource: parentOf(vector.parent_resource),
    files: new Map(Object.entries(vector.files ?? {})),
    resources: Object.fromEntries(resources) as probe.SnippetWorld['resources'],
    scope: {
      reference: (name) => referenceOf(name, stubs.get(name)),
      attribute: (name, attribute) => attributeOf(stubs.get(name), attribute),
    },
  };
}

function parentOf(parent: ParentVector | undefined): ParentResource | undefined {
  if (parent === undefined) return undefined;
  const { metadata, deletion_policy, update_policy } = parent;
  return { metadata: metadata ?? {}, deletionPolicy: deletion_policy ?? 'Delete', updatePolicy: update_policy ?? {} };
}

/** `undefined`: the resource is not there. */
function attributeOf(stub: StubResource | undefined, attribute: string): ExactJson | undefined {
  const [action = ''] = (stub?.state ?? 'CREATE_COMPLETE').split('_');
  return ACTIONS_WITH_ATTRIBUTES.includes(action) ? (stub?.attributes?.[attribute] ?? null) : undefined;
}

function referenceOf(name: string, stub: StubResource | undefined): string | undefined {
  const reference = stub?.reference_id;
  return reference === undefined ? name : (reference ?? undefined);
}
