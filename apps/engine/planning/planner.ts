import type { DataSource } from 'typeorm';
import type { CommandMessage, OperationId, RootId, RunnableAction, StackId, WorkerId } from '#contracts';
import { assertNever } from '#contracts';
import type { Failpoints, Logger } from '#process';
import { underRoots } from '../database/root-transaction';
import type { Effects, RootTransaction } from '../database/root-transaction';
import { withSession } from '../database/session';
import { DefinitionRefused } from '../definitions/prepared-stacks';
import type { Prepared, PreparedStacks } from '../definitions/prepared-stacks';
import type { Looks } from '#comparison';
import type { PreparedStack } from '#template';
import { dispatchReady } from '../operations/dispatch';
import type { Dispatcher } from '../operations/dispatch';
import { CANCELLED, goOn } from '../operations/go-on';
import type { OperationRow } from '../operations/operation-row';
import { FIND_RUNNING } from '../operations/statements';
import { settleOperations } from '../operations/settle-operations';
import type { SealOutputs } from '../operations/settle-operations';
import { storeCheckPlan, storeCreatePlan, storeDeletePlan } from './store-plan';
import type { ComparedStack } from './compare';
import { storeUpdatePlan } from './store-update-plan';
import { CLAIM_OPERATION, GIVE_BACK_OPERATION } from './statements';

interface ClaimedOperation {
  id: OperationId;
  stack_id: StackId;
  root_id: RootId;
  definition_id: string;
  action: RunnableAction;
  attempts: number;
  token: number;
  /** Whether its definition is the last one that the stack was made whole by. */
  to_good: boolean;
  /** Whether there is anything that it goes on from. */
  has_resources: boolean;
}

export interface PlannerPorts {
  database: DataSource;
  prepared: PreparedStacks;
  dispatcher: Dispatcher;
  sealOutputs: SealOutputs;
  /** Compares what a template wants with what its stack has. */
  compare(stack: PreparedStack, stackId: StackId, looks: Looks): Promise<ComparedStack>;
  failpoints: Failpoints;
  log: Logger;
  follow(effects: Effects): void;
}

type WritePlan = (transaction: RootTransaction, operation: OperationRow) => Promise<void> | void;

/** An operation whose planning killed so many engines is given up. */
const ATTEMPTS = 5;

/** Turns a command into nodes: reads what is asked for and what is there, decides, and writes the plan in one transaction. */
export class Planner {
  private readonly planning = new Set<OperationId>();

  constructor(
    private readonly ports: PlannerPorts,
    private readonly lease: { workerId: WorkerId; leaseMs: number },
  ) {}

  get beingPlanned(): OperationId[] {
    return [...this.planning];
  }

  /**
   * Does nothing where the operation is planned, being planned by somebody alive, or not current any more. What fails
   * on the way is logged, and planned again by the next sweep: nothing is wrong with the operation.
   */
  async plan(command: Pick<CommandMessage, 'operation_id'>): Promise<void> {
    const { operation_id: id } = command;
    if (this.planning.has(id)) return;
    this.planning.add(id);
    try {
      await this.claimAndPlan(id);
    } finally {
      this.planning.delete(id);
    }
  }

  private async claimAndPlan(id: OperationId): Promise<void> {
    const values = [id, this.lease.workerId, this.lease.leaseMs / 1_000];
    const { database, log } = this.ports;
    const [claimed] = await withSession(database, (session) => session.rows<ClaimedOperation>(CLAIM_OPERATION, values));
    if (!claimed) return this.goOn(id);
    try {
      await this.planClaimed(claimed);
    } catch (error) {
      log.warn({ operation_id: id, reason: messageOf(error) }, 'planning failed; it is tried again');
      await withSession(database, (session) => session.rows(GIVE_BACK_OPERATION, [id, claimed.token]));
    }
  }

  /** A command for what is planned already says that it may have been resumed or cancelled. */
  private async goOn(id: OperationId): Promise<void> {
    const { database } = this.ports;
    const [running] = await withSession(database, (session) => session.rows<{ root_id: RootId }>(FIND_RUNNING, [id]));
    if (!running) return;
    this.ports.follow(
      await underRoots(database, [running.root_id], (transaction) => goOn(transaction, [id], this.ports)),
    );
  }

  private async planClaimed(claimed: ClaimedOperation): Promise<void> {
    if (claimed.attempts > ATTEMPTS) {
      const reason = `planning was tried ${ATTEMPTS} times and never ended`;
      return this.write(claimed, (_, operation) => giveUp(operation, reason));
    }
    switch (claimed.action) {
      case 'CREATE':
        return claimed.has_resources ? this.planUpdate(claimed, 'failed') : this.planCreate(claimed);
      case 'UPDATE':
        return this.planUpdate(claimed, 'failed');
      case 'CONVERGE':
        return this.planUpdate(claimed, 'all');
      case 'CHECK':
        return this.write(claimed, (transaction, operation) => storeCheckPlan(transaction, operation));
      case 'ROLLBACK':
        return claimed.to_good ? this.planUpdate(claimed, 'failed') : this.planDelete(claimed);
      case 'DELETE':
        return this.planDelete(claimed);
      default:
        return assertNever(claimed.action);
    }
  }

  private async planCreate(claimed: ClaimedOperation): Promise<void> {
    return this.planTemplate(
      claimed,
      ({ stack }) =>
        (transaction, operation) =>
          storeCreatePlan(transaction, operation, stack),
    );
  }

  private async planUpdate(claimed: ClaimedOperation, looks: Looks): Promise<void> {
    return this.planTemplate(claimed, async ({ stack }) => {
      const compared = await this.ports.compare(stack, claimed.stack_id, looks);
      return (transaction, operation) => storeUpdatePlan(transaction, operation, compared);
    });
  }

  private async planDelete(claimed: ClaimedOperation): Promise<void> {
    return this.write(claimed, (transaction, operation) => storeDeletePlan(transaction, operation));
  }

  /** `decide` works before the root's lock is taken: a large template takes a while. */
  private async planTemplate(
    claimed: ClaimedOperation,
    decide: (prepared: Prepared) => WritePlan | Promise<WritePlan>,
  ): Promise<void> {
    const prepared = await this.ports.prepared.get(claimed.definition_id).catch((error: unknown) => {
      if (error instanceof DefinitionRefused) return error;
      throw error;
    });
    this.ports.failpoints.reach('while-planning');
    if (prepared instanceof DefinitionRefused) {
      const reason = `the template can't be read: ${prepared.message}`;
      return this.write(claimed, (_, operation) => giveUp(operation, reason));
    }
    return this.write(claimed, await decide(prepared));
  }

  private async write(claimed: ClaimedOperation, plan: WritePlan): Promise<void> {
    const outcome = { planned: false };
    const effects = await underRoots(this.ports.database, [claimed.root_id], async (transaction) => {
      await transaction.ledger.load([claimed.id]);
      const operation = transaction.ledger.get(claimed.id);
      if (operation?.stage !== 'requested' || !operation.current) return;
      outcome.planned = true;
      if (operation.cancelling) giveUp(operation, CANCELLED);
      else await plan(transaction, operation);
      transaction.ledger.touch(operation);
      await settleOperations(transaction, this.ports.sealOutputs);
      // A claim looks whether the operation is running.
      await transaction.ledger.store();
      await dispatchReady(transaction, this.ports.dispatcher);
      this.ports.failpoints.reach('before-plan-commit');
    });
    if (!outcome.planned) return;
    this.ports.failpoints.reach('after-plan-commit');
    this.ports.log.info({ operation_id: claimed.id, stack_id: claimed.stack_id, action: claimed.action }, 'planned');
    this.ports.follow(effects);
  }
}

/** The operation ends without a node. */
function giveUp(operation: OperationRow, reason: string): void {
  operation.stage = 'running';
  operation.first_failure = reason;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : 'unknown';
}
