import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import type { KilnApi, StackView } from './kiln-api';
import { LaunchError } from './launch-error';
import { describeChanges, describeOutputs, drawTable, isSettled } from './stack-view';
import type { Snapshot } from './stack-view';
import type { Terminal } from './terminal';

export const EXAMPLE_NAME = 'hello';
const LOOK_EVERY_MS = 100;
const SETTLES_WITHIN_MS = 120_000;

/** Creates the example stack where there is none, shows it until it is settled, and prints its outputs. */
export async function showExample(api: KilnApi, templateFile: string, terminal: Terminal): Promise<void> {
  const found = await api.findStack(EXAMPLE_NAME);
  terminal.say(found === undefined ? `Creating the stack of ${templateFile}:` : `The stack ${EXAMPLE_NAME}:`);
  const stack = found ?? (await createExample(api, templateFile));
  const last = await watch(api, stack, terminal);
  if (last.status !== 'COMPLETE') {
    throw new LaunchError(
      `The stack ${EXAMPLE_NAME} is ${last.action} ${last.status}: ${last.status_reason || 'no reason'}`,
    );
  }
  terminal.say('Outputs:');
  for (const line of describeOutputs(last.outputs ?? [])) terminal.say(line);
}

async function createExample(api: KilnApi, templateFile: string): Promise<StackView> {
  return api.createStack({ stack_name: EXAMPLE_NAME, template: await readFile(templateFile, 'utf8') });
}

/** Shows each change; answers the stack once it is settled. */
async function watch(api: KilnApi, { id }: StackView, terminal: Terminal): Promise<StackView> {
  const deadline = Date.now() + SETTLES_WITHIN_MS;
  let before: Snapshot | undefined;
  for (;;) {
    // The stack is read first: what the resources say then is at least as new.
    const stack = await api.readStack(id);
    const now = { stack, resources: await api.listResources(id) };
    show(before, now, terminal);
    if (isSettled(stack)) return stack;
    if (Date.now() > deadline) {
      throw new LaunchError(`The stack ${EXAMPLE_NAME} is still ${stack.action} ${stack.status} after two minutes.`);
    }
    before = now;
    await delay(LOOK_EVERY_MS);
  }
}

function show(before: Snapshot | undefined, now: Snapshot, terminal: Terminal): void {
  const changes = describeChanges(before, now);
  if (changes.length === 0) return;
  if (terminal.canRedraw) terminal.redraw(drawTable(now));
  else for (const line of changes) terminal.say(line);
}
