import type { OperationId } from '#contracts';
import type { RootTransaction } from '../database/root-transaction';
import { dispatchReady } from './dispatch';
import type { Dispatcher } from './dispatch';
import { endEarly } from './end-early';
import { settleOperations } from './settle-operations';
import type { SealOutputs } from './settle-operations';

/** Why an operation failed that was asked to end. */
export const CANCELLED = 'cancelled: retry goes on from here';

/** Takes operations as far as they come without any step: cancels, settles, and dispatches what may be. */
export async function goOn(
  transaction: RootTransaction,
  ids: readonly OperationId[],
  { dispatcher, sealOutputs }: { dispatcher: Dispatcher; sealOutputs: SealOutputs },
): Promise<void> {
  await transaction.ledger.load(ids);
  for (const operation of transaction.ledger.all()) {
    if (operation.cancelling && operation.stage === 'running') {
      await endEarly(transaction, operation, CANCELLED, dispatcher);
    }
  }
  await settleOperations(transaction, sealOutputs);
  await dispatchReady(transaction, dispatcher);
}
