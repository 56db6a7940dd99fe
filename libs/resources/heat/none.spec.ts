import { makeStep, runStep } from '../contract/run-step';
import { none } from './none';

describe('OS::Heat::None', () => {
  it('makes nothing out of any properties, and takes any attribute', async () => {
    const step = makeStep({ properties: { size: 3, nested: { a: [1] } } });
    const { answer } = await runStep(none, 'create', step);
    expect(answer).toEqual({ outcome: 'done', physicalId: step.resourceId, attributes: {} });
    expect(none.schema).toMatchObject({ anyProperties: true, anyAttributes: true });
  });

  it('is deleted at once', async () => {
    const { answer } = await runStep(none, 'delete', makeStep({ properties: {} }));
    expect(answer).toEqual({ outcome: 'done', physicalId: null, attributes: {} });
  });
});
