import type { Json, JsonObject, NodeId } from '#contracts';
import { assertNever, InvariantError } from '#contracts';
import type { SecretBox } from '#entities';
import type { Failpoints, Logger } from '#process';
import type { CheckAnswer, Observation, Providers, ResourceType, Step, StepAnswer, TypeRegistry } from '#resources';
import type { Change } from '../commit/change';
import { DefinitionRefused } from '../definitions/prepared-stacks';
import { boundedCall } from './bounded-call';
import type { AwaitedSignals, SignalReader } from './awaited-signals';
import { isSuspect, timeLeftMs } from './claimed-node';
import type { ClaimedNode } from './claimed-node';
import { Deciding } from './deciding';
import { failed, HUNG, messageOf, TIMED_OUT, WITHHELD } from './failed-step';
import { endWithoutCall, finished, kept } from './finished-step';
import { asInstant } from './instant-step';
import { isLook } from './look';
import { forgetting, waitsForSignals } from './signal-wait';
import { goOn, late } from './step-end';
import type { StepEnd } from './step-end';
import type { LoadedInputs, StepInputs, StepInputsLoader } from './step-inputs';
import { stepOf } from './step-of';

export interface StepRunnerPorts {
  inputs: StepInputsLoader;
  signals: SignalReader;
  types: TypeRegistry;
  providers: Providers;
  secrets: SecretBox;
  failpoints: Failpoints;
  log: Logger;
  commit(change: Change): Promise<boolean>;
  /** Resolves when the worker may call the outside: at once, or to whether the node is still its own after a gap. */
  mayCall(node: ClaimedNode): Promise<boolean>;
  wait(ms: number): Promise<void>;
}

export interface StepRunnerLimits {
  /** A single call is shorter than the lease by far. */
  callTimeoutMs: number;
  callGraceMs: number;
}

/** Too short to be parked, so that the step's deadline goes on meanwhile. */
const RETRY_AFTER_ABORT_MS = 500;

/** Takes claimed nodes through their steps. Everything that a step decides is committed before anything follows from it. */
export class StepRunner {
  private inFlight = 0;
  private stopping = false;
  private readonly held = new Map<string, ClaimedNode>();
  private readonly deciding: Deciding;

  constructor(
    private readonly ports: StepRunnerPorts,
    private readonly limits: StepRunnerLimits,
  ) {
    const [look, hiddenTexts] = [this.takeSteps.bind(this), this.hiddenTexts.bind(this)];
    this.deciding = new Deciding({ ...ports, look, hiddenTexts });
  }

  /** Nodes that are claimed here and not yet committed. */
  get busy(): number {
    return this.inFlight;
  }

  /** Begins no further call to the outside; what is in one may end. */
  stop(): void {
    this.stopping = true;
  }

  /** Whether the claim of this node, under this token, is being worked on here. */
  holds(claim: { id: NodeId; token: number }): boolean {
    return this.held.has(keyOf(claim));
  }

  /** Whether a node is at work here that may be what ends engines. */
  get hasSuspect(): boolean {
    return [...this.held.values()].some(isSuspect);
  }

  /** Runs every node to the end of its step here. Never rejects: whatever goes wrong becomes a FAILED resource. */
  async run(nodes: readonly ClaimedNode[]): Promise<void> {
    if (nodes.length === 0) return;
    this.inFlight += nodes.length;
    for (const node of nodes) this.held.set(keyOf(node), node);
    const inputsOf = await this.untilRead('attributes', () => this.ports.inputs.load(nodes));
    await Promise.all(
      nodes.map(async (node) => {
        try {
          await this.runNode(node, inputsOf);
        } finally {
          this.inFlight -= 1;
          this.held.delete(keyOf(node));
        }
      }),
    );
  }

  /** A database that is away for a moment is no fault of the node: it is asked again. */
  private async untilRead<T>(what: string, read: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await read();
      } catch (error) {
        this.ports.log.warn({ reason: messageOf(error) }, `${what} could not be read; trying again`);
        await this.ports.wait(RETRY_AFTER_ABORT_MS);
      }
    }
  }

  /** Whatever is thrown on the way (a type or a template that this engine lacks, an answer that can't be kept) fails the resource. */
  private async runNode(node: ClaimedNode, inputsOf: (node: ClaimedNode) => LoadedInputs): Promise<void> {
    let loaded: LoadedInputs | undefined;
    let inputs: StepInputs | undefined;
    try {
      const end = endWithoutCall(node);
      if (end !== undefined) {
        await this.ports.commit(end);
        return;
      }
      loaded = inputsOf(node);
      inputs = loaded.resolve();
      const type = this.ports.types.get(inputs.madeType);
      if (node.task === 'check') {
        await this.deciding.check(node, type, { inputs, loaded });
        return;
      }
      if (node.task === 'decide' && !(await this.deciding.decide(node, type, { inputs, loaded }))) return;
      if (node.task === 'update' && type.update === undefined) {
        await this.ports.commit(kept(node, inputs, this.ports.secrets));
      } else await this.takeSteps(node, type, inputs);
    } catch (error) {
      const { reason, hidden } = await this.reasonOf(error, loaded);
      await this.ports.commit(failed(node, reason, { hidden, properties: this.triedWith(node, inputs) }));
    }
  }

  /** Where what is to be hidden can't be told, the reason is. */
  private async reasonOf(
    error: unknown,
    loaded?: LoadedInputs,
  ): Promise<{ reason: string; hidden: readonly string[] }> {
    const hidden = loaded === undefined ? [] : await this.hiddenTexts(loaded);
    return hidden ? { reason: messageOf(error), hidden } : { reason: WITHHELD, hidden: [] };
  }

  /** `undefined`: they can't be told any more. */
  private async hiddenTexts(loaded: LoadedInputs): Promise<readonly string[] | undefined> {
    return this.untilRead('hidden parameters', () =>
      loaded.hidden().catch((refusal: unknown) => {
        if (refusal instanceof DefinitionRefused) return undefined;
        throw refusal;
      }),
    );
  }

  /** What it was tried to be made with is kept, so that it is known what may be there. */
  private triedWith(node: ClaimedNode, inputs: StepInputs | undefined): Buffer | null {
    return node.task === 'create' && inputs !== undefined ? this.ports.secrets.seal(inputs.properties) : null;
  }

  /** Answers what was seen, where it was only looked at. */
  private async takeSteps(node: ClaimedNode, type: ResourceType, inputs: StepInputs): Promise<Observation | undefined> {
    let state = node.sealed_step_state === null ? null : this.ports.secrets.open(node.sealed_step_state);
    // Time went by while it was parked, perhaps with no engine there: it may be done outside, so one look is always taken.
    for (let mayLook = node.sealed_step_state !== null; ; mayLook = false) {
      const end = await this.takeStep(node, type, { inputs, state, mayLook });
      if (!end) return undefined;
      if ('observation' in end) return end.observation;
      const stillOurs = await this.ports.commit(end.change);
      if (!end.goesOnIn || !stillOurs) return undefined;
      if (end.change.kind === 'keep') node.physical_id = end.change.physicalId ?? node.physical_id;
      state = end.goesOnIn.state;
      await this.ports.wait(end.goesOnIn.ms);
    }
  }

  private async takeStep(
    node: ClaimedNode,
    type: ResourceType,
    { inputs, state, mayLook }: { inputs: StepInputs; state: Json; mayLook: boolean },
  ): Promise<StepEnd | undefined> {
    if (!(await this.mayBegin(node, type))) return undefined;
    const timeoutMs = this.timeForCall(node, mayLook);
    if (timeoutMs <= 0) return late(node, TIMED_OUT);
    const bounds = { timeoutMs, graceMs: this.limits.callGraceMs };
    const awaited = await this.untilRead('signals', () => this.ports.signals.read(node, type, inputs.properties));
    const facts = { providers: this.ports.providers, properties: inputs.properties, state };
    const stepWith = (signal: AbortSignal): Step => ({
      ...stepOf(node, { ...facts, signal }),
      signals: awaited?.signals,
    });
    const end = await boundedCall((signal) => this.call(node, type, stepWith(signal)), bounds);
    if (!type.instant) this.ports.failpoints.reach('after-call');
    switch (end.outcome) {
      case 'answered':
        return this.take(node, inputs, type.instant ? asInstant(end.answer) : end.answer, awaited);
      case 'threw':
        throw end.error;
      case 'aborted':
        return this.afterAbort(node, type, inputs, state);
      case 'hung':
        return late(node, HUNG);
      default:
        return assertNever(end);
    }
  }

  private timeForCall(node: ClaimedNode, mayLook: boolean): number {
    const { callTimeoutMs } = this.limits;
    return mayLook ? callTimeoutMs : Math.min(callTimeoutMs, timeLeftMs(node, performance.now()));
  }

  private afterAbort(node: ClaimedNode, type: ResourceType, inputs: StepInputs, state: Json): StepEnd {
    if (type.instant || timeLeftMs(node, performance.now()) <= 0) return late(node, TIMED_OUT);
    return this.take(node, inputs, { outcome: 'again', afterMs: RETRY_AFTER_ABORT_MS, state });
  }

  private async mayBegin(node: ClaimedNode, type: ResourceType): Promise<boolean> {
    if (type.instant) return true;
    return !this.stopping && (await this.ports.mayCall(node));
  }

  private async call(node: ClaimedNode, type: ResourceType, step: Step): Promise<StepAnswer | CheckAnswer> {
    if (node.phase === 'cleanup') return type.delete(step);
    if (isLook(node)) {
      if (type.check === undefined) throw new InvariantError(`${type.schema.type} can't be looked at`);
      return type.check(step);
    }
    if (node.task === 'create') return type.create(step);
    const { sealed_properties: sealed } = node;
    const previous = sealed === null ? {} : (this.ports.secrets.open(sealed) as JsonObject);
    if (type.update === undefined) throw new InvariantError(`${type.schema.type} changes nothing in place`);
    return type.update({ ...step, previous });
  }

  private take(
    node: ClaimedNode,
    inputs: StepInputs,
    answer: StepAnswer | CheckAnswer,
    awaited?: AwaitedSignals,
  ): StepEnd {
    switch (answer.outcome) {
      case 'found':
      case 'broken':
      case 'gone':
        return { observation: answer };
      case 'done':
        return { change: forgetting(finished(node, answer, inputs, this.ports.secrets), awaited) };
      case 'again':
        return goOn(node, answer, this.ports.secrets);
      case 'wait':
        return { change: waitsForSignals(node, answer, awaited, this.ports.secrets) };
      default:
        return {
          change: failed(node, `the resource type answered nonsense: ${JSON.stringify(answer satisfies never)}`),
        };
    }
  }
}

function keyOf({ id, token }: { id: NodeId; token: number }): string {
  return `${id}/${token}`;
}
