import type { SecretBox } from '#entities';
import { resolveOutputs } from '#template';
import type { OperationRow } from '../operations/operation-row';
import type { SealOutputs } from '../operations/settle-operations';
import { DefinitionRefused } from './prepared-stacks';
import type { PreparedStacks } from './prepared-stacks';
import { AskedNames, ResourceScope } from '#comparison';
import type { ResourceFacts, ScopeTools } from '#comparison';

const LOAD_FACTS = `
  SELECT r.stack_id, r.name, r.physical_id, r.sealed_attributes FROM resources r
  WHERE r.stack_id = $1 AND r.name = ANY($2::text[])
    AND NOT EXISTS (SELECT 1 FROM resources newer WHERE newer.replaces = r.id)`;

/** Outputs are computed once, when the operation settles, so that reading a stack never resolves anything. */
export function createSealOutputs(prepared: PreparedStacks, tools: ScopeTools & { secrets: SecretBox }): SealOutputs {
  return async (transaction, operation: OperationRow) => {
    const ready = await prepared.get(operation.definition_id).catch((error: unknown) => {
      // Its resources fail with the reason; here it only means that there are no outputs.
      if (error instanceof DefinitionRefused) return undefined;
      throw error;
    });
    if (ready === undefined || ready.stack.outputs.size === 0) return null;
    const { stack } = ready;
    const asked = new AskedNames();
    resolveOutputs(stack, asked);
    const facts = await transaction.session.rows<ResourceFacts>(LOAD_FACTS, [operation.stack_id, [...asked.names]]);
    const outputs = resolveOutputs(stack, new ResourceScope(stack, facts, tools));
    return tools.secrets.seal(
      outputs.map(({ name, value, description, error }) => ({
        output_key: name,
        output_value: value,
        description,
        ...(error === undefined ? {} : { output_error: error }),
      })),
    );
  };
}
