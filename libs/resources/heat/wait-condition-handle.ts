import { randomBytes } from 'node:crypto';
import type { JsonObject } from '#contracts';
import { GONE } from '../gone';
import { textOf } from '../property-values';
import { ResourceFailure } from '../resource-failure';
import type { ResourceType, Step, StepAnswer } from '../resource-type';
import { readCfnSignal, readHeatSignal } from './read-signal';
import { showAttribute } from './show-attribute';

const TOKEN_BYTES = 32;
const SERVED = ['TOKEN_SIGNAL', 'CFN_SIGNAL'];
const NOT_SERVED = {
  property: 'signal_transport',
  detail: `this transport needs a service beside Heat that Kiln has not: use ${SERVED.join(' or ')}, or leave it out`,
};

/** Takes signals at a URL that nobody can guess, for a wait condition or whoever else reads them. */
export const waitConditionHandle: ResourceType = {
  ...handle(attributesOfHeat),
  schema: {
    type: 'OS::Heat::WaitConditionHandle',
    description: 'Takes signals, at a URL of its own that needs no credentials, for an `OS::Heat::WaitCondition`.',
    supportStatus: { status: 'SUPPORTED', version: '2014.2' },
    properties: {
      signal_transport: {
        type: 'String',
        default: 'TOKEN_SIGNAL',
        description: `How it is signalled. Kiln has ${SERVED.join(' and ')}, which are the same URL.`,
        supportStatus: { status: 'SUPPORTED', version: '6.0.0' },
        constraints: [
          {
            allowed_values: [
              ...['CFN_SIGNAL', 'TEMP_URL_SIGNAL', 'HEAT_SIGNAL', 'NO_SIGNAL', 'ZAQAR_SIGNAL', 'TOKEN_SIGNAL'],
            ],
          },
        ],
      },
    },
    attributes: {
      endpoint: { type: 'String', description: 'The URL to which signals are sent by POST; of `TOKEN_SIGNAL` only.' },
      token: { type: 'String', description: 'The secret part of that URL; of `TOKEN_SIGNAL` only.' },
      curl_cli: {
        type: 'String',
        description:
          'A command that sends a signal; `--data-binary` and its JSON go behind it. Of `TOKEN_SIGNAL` only.',
      },
      signal: { type: 'String', description: 'JSON with what somebody needs to send signals.' },
      ...showAttribute,
    },
    sampleName: 'HeatWaitConditionHandle',
    check: ({ signal_transport: transport }) =>
      typeof transport === 'string' && !SERVED.includes(transport) ? [NOT_SERVED] : [],
  },
  readSignal: readHeatSignal,
  referenceId: ({ physicalId, resourceName }) => physicalId ?? resourceName,
};

/** As CloudFormation has it: a reference to it is the URL. */
export const cfnWaitConditionHandle: ResourceType = {
  ...handle(attributesOfCfn),
  schema: {
    type: 'AWS::CloudFormation::WaitConditionHandle',
    description:
      'Takes signals at a URL, which a reference to it answers, for an `AWS::CloudFormation::WaitCondition`.',
    supportStatus: { status: 'SUPPORTED', version: '2014.1' },
    properties: {},
    attributes: showAttribute,
  },
  readSignal: readCfnSignal,
  referenceId: urlOf,
};

export const updateWaitConditionHandle: ResourceType = {
  ...handle(attributesOfCfn),
  schema: {
    type: 'OS::Heat::UpdateWaitConditionHandle',
    description:
      'Takes signals at a URL, which a reference to it answers, and which every update of the stack replaces: ' +
      'what a wait condition waits for has to be signalled again each time.',
    supportStatus: { status: 'SUPPORTED', version: '2014.1' },
    properties: {},
    attributes: showAttribute,
  },
  renewed: true,
  readSignal: readCfnSignal,
  referenceId: urlOf,
};

type AttributesOf = (url: string, token: string, properties: JsonObject) => JsonObject;

/** A token that was lost with its commit was seen by nobody, so it may be drawn again. */
function handle(attributesOf: AttributesOf): Pick<ResourceType, 'instant' | 'create' | 'delete'> {
  return {
    instant: true,
    // `async`, so that what is not configured is a rejection.
    create: async (step: Step): Promise<StepAnswer> => {
      const token = randomBytes(TOKEN_BYTES).toString('base64url');
      const attributes = attributesOf(signalUrl(step, token), token, step.properties);
      return Promise.resolve({ outcome: 'done', physicalId: step.resourceId, attributes, signalToken: token });
    },
    delete: () => Promise.resolve(GONE),
  };
}

function signalUrl({ providers: { publicUrl } }: Step, token: string): string {
  if (publicUrl === undefined)
    throw new ResourceFailure('its URL is not known here: the operator must set KILN_API_PUBLIC_URL for engines');
  return `${publicUrl}/v2/signals/${token}`;
}

function attributesOfHeat(url: string, token: string, properties: JsonObject): JsonObject {
  if (properties['signal_transport'] === 'CFN_SIGNAL') return { signal: JSON.stringify({ alarm_url: url }) };
  const headers = "-H 'Content-Type: application/json' -H 'Accept: application/json'";
  return {
    endpoint: url,
    token,
    curl_cli: `curl -i -X POST ${headers} ${url}`,
    signal: JSON.stringify({ endpoint: url, token }),
  };
}

/** The attribute is not in the schema: templates reach it by the reference only. */
function attributesOfCfn(url: string): JsonObject {
  return { url };
}

function urlOf({ attributes, resourceName }: { attributes: JsonObject; resourceName: string }): string {
  return textOf(attributes['url']) ?? resourceName;
}
