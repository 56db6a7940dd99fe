import { canBeLookedAt, decideAbout, refusalOf } from '#comparison';
import type { JsonObject } from '#contracts';
import type { SecretBox } from '#entities';
import { ResourceFailure } from '#resources';
import type { Observation, ResourceType } from '#resources';
import { begunNode } from '../commit/begin-nodes';
import type { Change, Drift } from '../commit/change';
import type { ClaimedNode } from './claimed-node';
import { beginningOf } from './decide-step';
import type { Sight } from './decide-step';
import { describeDrift, isDrift } from './drift';
import { failed, WITHHELD } from './failed-step';
import { checkedWell, unchanged } from './finished-step';
import { canDoWithout, canDrift, looksFirst, propertiesToLookFor } from './look';
import type { LoadedInputs, StepInputs } from './step-inputs';

export interface DecidingPorts {
  secrets: SecretBox;
  commit(change: Change): Promise<boolean>;
  /** `undefined`: the look goes on later, or the node is no longer this worker's. */
  look(node: ClaimedNode, type: ResourceType, inputs: StepInputs): Promise<Observation | undefined>;
  /** Texts that nobody may see; `undefined`: they can't be told any more. */
  hiddenTexts(loaded: LoadedInputs): Promise<readonly string[] | undefined>;
}

/** Inputs, and what may be shown of them. */
interface Given {
  readonly inputs: StepInputs;
  readonly loaded: LoadedInputs;
}

/** What nobody can look at. */
const AS_MADE: Observation = { outcome: 'found', properties: {} };
const ELSEWHERE = 'elsewhere';

/** Looks at things, and decides what is to be done with them; all before anything is done. */
export class Deciding {
  constructor(private readonly ports: DecidingPorts) {}

  /** Looks whether the thing is as it was made. */
  async check(node: ClaimedNode, type: ResourceType, { inputs, loaded }: Given): Promise<void> {
    const made = inputs.properties;
    const observation = canBeLookedAt(type) ? await this.ports.look(node, type, inputs) : AS_MADE;
    if (observation === undefined) return;
    const drift = await this.driftOf(made, observation, loaded);
    await this.ports.commit(
      drift === undefined ? checkedWell(node) : { ...failed(node, drift.reason), drift: drift.properties },
    );
  }

  /** Finds out what an update is to do with a resource, and commits to it. Answers whether there is a step to be taken. */
  async decide(node: ClaimedNode, type: ResourceType, { inputs, loaded }: Given): Promise<boolean> {
    const { secrets } = this.ports;
    const sight = looksFirst(node, type) ? await this.lookFirst(node, type, { inputs, loaded }) : undefined;
    if (sight === ELSEWHERE) return false;
    const decision = decideAbout(node, inputs, { type, secrets, observation: sight?.observation });
    if (decision.change === 'refused') throw new ResourceFailure(refusalOf(decision.properties));
    if (decision.change === 'unchanged')
      return this.ports.commit(unchanged(node, sight?.observation, { inputs, secrets }));
    const beginning = beginningOf(decision.change, type, { sight, secrets });
    const change = { kind: 'begin' as const, rootId: node.root_id, node, ...beginning };
    const next = begunNode(change);
    const stillOurs = await this.ports.commit(change);
    if (stillOurs) Object.assign(node, next);
    return stillOurs;
  }

  /** `undefined`: nothing could be told of what failed. */
  private async lookFirst(
    node: ClaimedNode,
    type: ResourceType,
    { inputs, loaded }: Given,
  ): Promise<Sight | typeof ELSEWHERE | undefined> {
    const made = propertiesToLookFor(node, inputs.properties, this.ports.secrets);
    try {
      const observation = await this.ports.look(node, type, { ...inputs, properties: made });
      if (observation === undefined) return ELSEWHERE;
      const drift = canDrift(node) ? await this.driftOf(made, observation, loaded) : undefined;
      return { observation, made, drift };
    } catch (error) {
      if (canDoWithout(node)) return undefined;
      // It is the look that failed: nothing was done.
      node.task = 'check';
      throw error;
    }
  }

  /** Where what is to be hidden can't be told, nothing is shown. */
  private async driftOf(made: JsonObject, observation: Observation, loaded: LoadedInputs): Promise<Drift | undefined> {
    if (!isDrift(made, observation)) return undefined;
    const hidden = await this.ports.hiddenTexts(loaded);
    if (hidden === undefined) return { reason: WITHHELD, properties: [] };
    return describeDrift(made, observation, { hidden, shows: (property) => loaded.shows(property) });
  }
}
