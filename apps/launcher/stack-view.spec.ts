import type { ResourceView } from './kiln-api';
import { describeChanges, describeOutputs, drawTable } from './stack-view';
import type { Snapshot } from './stack-view';

/** `'queue CREATE FAILED because'`; the first of them is the stack. */
function snapshot(stack: string, ...resources: string[]): Snapshot {
  const parse = (text: string): ResourceView => {
    const [resource_name = '', action = '', status = '', ...reason] = text.split(' ');
    const state = { action, status } as Pick<ResourceView, 'action' | 'status'>;
    return { resource_name, resource_type: 'T', status_reason: reason.join(' '), ...state };
  };
  const { resource_name: stack_name, action, status, status_reason } = parse(stack);
  return { stack: { id: '1', stack_name, action, status, status_reason }, resources: resources.map(parse) };
}

const INIT = snapshot('s CREATE IN_PROGRESS', 'a INIT COMPLETE', 'bcd INIT COMPLETE');
const HALF = snapshot('s CREATE IN_PROGRESS', 'a CREATE COMPLETE', 'bcd INIT COMPLETE');
const FAILED = snapshot('s CREATE FAILED bcd: no', 'a CREATE COMPLETE', 'bcd CREATE FAILED no');

describe('describeChanges', () => {
  it('tells everything at the first look', () => {
    expect(describeChanges(undefined, INIT)).toHaveLength(3);
  });

  it('tells only what has changed after that', () => {
    expect(describeChanges(INIT, HALF)).toEqual(['  a    CREATE COMPLETE     T']);
    expect(describeChanges(HALF, HALF)).toEqual([]);
  });

  it('tells the reason of a failure', () => {
    expect(describeChanges(HALF, FAILED)).toEqual([
      '  bcd  CREATE FAILED       T: no',
      '  stack s: CREATE FAILED: bcd: no',
    ]);
  });
});

describe('drawTable', () => {
  it('draws all resources and the stack, in columns', () => {
    expect(drawTable(HALF)).toEqual([
      '  a    CREATE COMPLETE     T',
      '  bcd  INIT COMPLETE       T',
      '  stack s: CREATE IN_PROGRESS',
    ]);
  });
});

describe('describeOutputs', () => {
  it('shows text as it is, other values as JSON, and why one could not be had', () => {
    expect(
      describeOutputs([
        { output_key: 'text', output_value: 'a b' },
        { output_key: 'list', output_value: [1] },
        { output_key: 'lost', output_value: null, output_error: 'no such attribute' },
      ]),
    ).toEqual(['  text  a b', '  list  [1]', '  lost  no such attribute']);
  });
});
