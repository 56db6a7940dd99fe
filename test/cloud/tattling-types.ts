import type { JsonObject } from '#contracts';
import type { ResourceType, Step } from '#resources';

/** Tells what it was given in the reason of a failure, in every form that providers are known to use. */
const tattling: ResourceType = {
  schema: {
    type: 'Test::Tattling',
    description: 'Shows what it was given wherever it can, for tests.',
    supportStatus: { status: 'SUPPORTED' },
    properties: {
      text: { type: 'String', updateAllowed: true, description: 'What is not to be seen.' },
      shown: { type: 'String', updateAllowed: true, description: 'What may be seen.' },
      fails: {
        type: 'String',
        updateAllowed: true,
        default: 'never',
        constraints: [{ allowed_values: ['never', 'create', 'update'] }],
      },
      fails_delete: { type: 'Boolean', default: false },
      place: { type: 'String', description: 'Another one needs another resource.' },
      wait_ms: { type: 'Integer', default: 0, description: 'How long its create waits, with the text in its state.' },
    },
    attributes: { text: { type: 'String' } },
  },
  create: (step) => {
    const { text, fails, wait_ms: waitMs } = step.properties;
    if (fails === 'create') return tell('create', step.properties);
    if (Number(waitMs) > 0 && step.state === null) {
      return Promise.resolve({ outcome: 'again', afterMs: Number(waitMs), state: { text: text ?? null } });
    }
    return Promise.resolve({
      outcome: 'done',
      physicalId: `tattling-${step.resourceId}`,
      attributes: attributesOf(step),
    });
  },
  update: (step) => {
    if (step.properties['fails'] === 'update') return tell('update', step.previous, step.properties);
    return Promise.resolve({ outcome: 'done', physicalId: step.physicalId, attributes: attributesOf(step) });
  },
  delete: (step) => {
    if (step.properties['fails_delete'] === true) return tell('delete', step.properties);
    return Promise.resolve({ outcome: 'done', physicalId: null, attributes: {} });
  },
};

function attributesOf({ properties }: Step): JsonObject {
  return { text: properties['text'] ?? null };
}

function tell(what: string, ...given: JsonObject[]): Promise<never> {
  const words = given.map((properties) => {
    const [text, shown] = [properties['text'] as string, properties['shown'] as string];
    const [encoded, form] = [encodeURIComponent(text), new URLSearchParams({ text }).toString()];
    return `${shown} ${text} ${JSON.stringify(properties)} PUT /?a=${encoded} with ${form} and ${Buffer.from(text).toString('base64')}`;
  });
  return Promise.reject(new TypeError(`${what} failed: ${words.join(', ')}`, { cause: given }));
}

export const resourceTypes = [tattling];
