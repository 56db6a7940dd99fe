import type { JsonObject } from '#contracts';
import { digestOfToken } from '#entities';
import type { SecretBox } from '#entities';
import type { FoundThing, Observation, StepAnswer } from '#resources';
import { differingKeys } from '#template';
import type { ChangeOf } from '../commit/change';
import { isNeedless } from './claimed-node';
import type { ClaimedNode } from './claimed-node';
import { failed } from './failed-step';
import { canDoWithout } from './look';
import type { StepInputs } from './step-inputs';

const NOTHING = { physicalId: null, attributes: null, properties: null, metadata: null } as const;

/** Nothing was to be done with the resource; `requires` where it depends on others from now on. */
export function needless(node: ClaimedNode, requires?: readonly string[]): ChangeOf<'done'> {
  const ended = { kind: 'done', rootId: node.root_id, node, ...NOTHING, needless: true } as const;
  return requires === undefined ? ended : { ...ended, requires };
}

/** What a step comes to that has nothing to do with the outside, also where it only lets go of it. */
export function endWithoutCall(node: ClaimedNode): ChangeOf<'done'> | ChangeOf<'failed'> | undefined {
  if (isNeedless(node)) return needless(node);
  if (node.task === 'check') return uncheckable(node);
  // The deletion policy leaves the outside as it is: only the record goes.
  return node.phase === 'cleanup' && node.deletion_policy === 'Retain' ? gone(node) : undefined;
}

/** What is not as it was made to be before anybody looks: it stays what it is, and the check tells of it. */
function uncheckable(node: ClaimedNode): ChangeOf<'failed'> | undefined {
  const { resource_action: action, resource_status: status, marked_unhealthy: isMarked, resource_reason: why } = node;
  if (!isMarked && (action === 'CHECK' || (status === 'COMPLETE' && action !== 'INIT'))) return undefined;
  const state = action === 'INIT' ? 'it has not been made' : `it is ${action} ${status}`;
  return { ...failed(node, [state, why].filter(Boolean).join(': ')), untouched: true };
}

/** A resource that is there no more, or is no longer Kiln's. */
function gone(node: ClaimedNode): ChangeOf<'done'> {
  return { kind: 'done', rootId: node.root_id, node, ...NOTHING };
}

/** What a step came to, with all that is kept of it. */
export function finished(
  node: ClaimedNode,
  answer: Extract<StepAnswer, { outcome: 'done' }>,
  inputs: StepInputs,
  secrets: SecretBox,
): ChangeOf<'done'> {
  if (node.phase === 'cleanup') return { ...gone(node), physicalId: answer.physicalId };
  const attributes = secrets.seal(answer.attributes);
  const made = { ...kept(node, inputs, secrets), physicalId: answer.physicalId, attributes };
  return answer.signalToken === undefined ? made : { ...made, signalDigest: digestOfToken(answer.signalToken) };
}

/** The resource is as it is wanted. Where that was seen of what did not count as well, or tells otherwise of itself, it is put right. */
export function unchanged(
  node: ClaimedNode,
  observation: Observation | undefined,
  { inputs, secrets }: { inputs: StepInputs; secrets: SecretBox },
): ChangeOf<'done'> {
  if (observation?.outcome !== 'found' || isStored(node, observation, secrets)) return needless(node, inputs.requires);
  const { attributes, physicalId = null } = observation;
  // What failed is whole now; of what was whole nothing but a look was taken.
  const seen: ClaimedNode = canDoWithout(node) ? node : { ...node, task: 'check' };
  return {
    ...kept(seen, inputs, secrets),
    attributes: attributes === undefined ? null : secrets.seal(attributes),
    physicalId,
  };
}

function isStored(node: ClaimedNode, { attributes }: FoundThing, secrets: SecretBox): boolean {
  if (node.resource_status !== 'COMPLETE') return false;
  if (attributes === undefined) return true;
  const stored = node.sealed_attributes === null ? {} : (secrets.open(node.sealed_attributes) as JsonObject);
  return differingKeys(stored, attributes).length === 0;
}

/** A check found nothing that is not as it should be. */
export function checkedWell(node: ClaimedNode): ChangeOf<'done'> {
  return gone(node);
}

/** A change that is none outside: what the resource is made with is another, and all else stays. */
export function kept(
  node: ClaimedNode,
  { properties, metadata, requires }: StepInputs,
  secrets: SecretBox,
): ChangeOf<'done'> {
  // What was there before must go even where nothing takes its place.
  const isKept = node.task === 'update' || Object.keys(properties).length > 0;
  const ended = {
    ...gone(node),
    properties: isKept ? secrets.seal(properties) : null,
    metadata: changedMetadata(node, metadata ?? {}, secrets),
  };
  // A stack that is created is as its plan says.
  return node.operation_action === 'CREATE' ? ended : { ...ended, requires };
}

/** Metadata that is as it was is not stored again, so that what a request set in its place stays. */
function changedMetadata(
  { sealed_metadata: sealed }: ClaimedNode,
  metadata: JsonObject,
  secrets: SecretBox,
): Buffer | null {
  const before = sealed === null ? {} : (secrets.open(sealed) as JsonObject);
  return differingKeys(before, metadata).length === 0 ? null : secrets.seal(metadata);
}
