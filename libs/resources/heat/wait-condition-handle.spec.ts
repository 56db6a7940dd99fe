import { makeStep } from '../contract/run-step';
import { referenceIdOf } from '../resource-type';
import type { MadeResource, ResourceType, StepAnswer } from '../resource-type';
import { cfnWaitConditionHandle, updateWaitConditionHandle, waitConditionHandle } from './wait-condition-handle';

type Done = Extract<StepAnswer, { outcome: 'done' }>;

async function make(type: ResourceType, properties = {}): Promise<Done> {
  return (await type.create(makeStep({ properties, providers: { publicUrl: 'https://kiln.test/api' } }))) as Done;
}

function madeOf({ physicalId, attributes }: Done): MadeResource {
  return { resourceName: 'h', physicalId, attributes };
}

describe('a handle', () => {
  it.each([waitConditionHandle, cfnWaitConditionHandle, updateWaitConditionHandle])(
    'gets a token of 256 bits that is another each time, and is not called by it: $schema.type',
    async (type) => {
      const [one, other] = [await make(type), await make(type)];
      expect(Buffer.from(one.signalToken!, 'base64url')).toHaveLength(32);
      expect(one.signalToken).not.toBe(other.signalToken);
      expect(one.physicalId).not.toContain(one.signalToken);
    },
  );

  it('has the URL in the attributes that Heat’s has, and nowhere with another transport', async () => {
    const made = await make(waitConditionHandle);
    const url = `https://kiln.test/api/v2/signals/${made.signalToken}`;
    expect(made.attributes).toMatchObject({ endpoint: url, token: made.signalToken });
    expect(made.attributes['curl_cli']).toMatch(/^curl -i -X POST -H 'Content-Type: application\/json' .* https:\S+$/);
    expect(referenceIdOf(waitConditionHandle, madeOf(made))).toBe(made.physicalId);
    const { attributes, signalToken } = await make(waitConditionHandle, { signal_transport: 'CFN_SIGNAL' });
    expect(attributes).toEqual({ signal: `{"alarm_url":"https://kiln.test/api/v2/signals/${signalToken}"}` });
  });

  it.each([cfnWaitConditionHandle, updateWaitConditionHandle])(
    'is the URL to whom refers to it: $schema.type',
    async (type) => {
      const made = await make(type);
      expect(referenceIdOf(type, madeOf(made))).toBe(`https://kiln.test/api/v2/signals/${made.signalToken}`);
    },
  );

  it('cannot be made where nobody said what its URL begins with', async () => {
    await expect(waitConditionHandle.create(makeStep({ properties: {} }))).rejects.toThrow('KILN_API_PUBLIC_URL');
  });
});
