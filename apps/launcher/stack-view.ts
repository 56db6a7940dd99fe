import type { OutputView, ResourceView, StackView } from './kiln-api';

/** A stack and its resources at one moment. */
export interface Snapshot {
  stack: StackView;
  resources: readonly ResourceView[];
}

/** Whether nothing will change any more without another request. */
export function isSettled({ status }: StackView): boolean {
  return status !== 'IN_PROGRESS';
}

/** One line for everything whose state is not what it was. */
export function describeChanges(before: Snapshot | undefined, now: Snapshot): string[] {
  const known = new Map(before?.resources.map((resource) => [resource.resource_name, stateOf(resource)]));
  const changed = now.resources.filter((resource) => known.get(resource.resource_name) !== stateOf(resource));
  const width = widest(now.resources);
  const lines = changed.map((resource) => resourceLine(resource, width));
  const stackChanged = before === undefined || stateOf(before.stack) !== stateOf(now.stack);
  return stackChanged ? [...lines, stackLine(now.stack)] : lines;
}

/** All of it, to be drawn over what was drawn before. */
export function drawTable({ stack, resources }: Snapshot): string[] {
  const width = widest(resources);
  return [...resources.map((resource) => resourceLine(resource, width)), stackLine(stack)];
}

/** One line an output. */
export function describeOutputs(outputs: readonly OutputView[]): string[] {
  const width = Math.max(0, ...outputs.map((output) => output.output_key.length));
  return outputs.map(({ output_key, output_value, output_error }) => {
    const value = typeof output_value === 'string' ? output_value : JSON.stringify(output_value);
    return `  ${output_key.padEnd(width)}  ${output_error ?? value}`;
  });
}

function widest(resources: readonly ResourceView[]): number {
  return Math.max(0, ...resources.map((resource) => resource.resource_name.length));
}

function resourceLine(resource: ResourceView, width: number): string {
  return `  ${resource.resource_name.padEnd(width)}  ${stateOf(resource)}  ${resource.resource_type}${reason(resource)}`;
}

function stackLine(stack: StackView): string {
  return `  stack ${stack.stack_name}: ${stack.action} ${stack.status}${reason(stack)}`;
}

function stateOf({ action, status }: { action: string; status: string }): string {
  return `${action} ${status}`.padEnd('CREATE IN_PROGRESS'.length);
}

function reason({ status, status_reason }: { status: string; status_reason: string }): string {
  return status === 'FAILED' && status_reason !== '' ? `: ${status_reason}` : '';
}
