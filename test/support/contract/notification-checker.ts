import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import type { ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import type { CloudEvent, JsonObject } from '#contracts';

interface Channel {
  address: string;
  parameters: Record<string, { enum?: string[] }>;
}

/** A notification as it is published. */
export interface Told {
  routing_key: string;
  body: string;
}

/** Says of notifications what docs/asyncapi.json does not. */
export class NotificationChecker {
  private readonly validate: ValidateFunction;
  private readonly words: (readonly [name: string, parameter: { enum?: string[] } | undefined])[];

  constructor(document: JsonObject) {
    const ajv = new Ajv2020({ strict: false, allErrors: true, validateSchema: false });
    addFormats(ajv);
    ajv.addSchema(document, 'asyncapi');
    this.validate = ajv.compile({ $ref: 'asyncapi#/components/messages/notification/payload' });
    const { address, parameters } = (document['channels'] as unknown as { notifications: Channel }).notifications;
    this.words = address.split('.').map((word) => [word.slice(1, -1), parameters[word.slice(1, -1)]] as const);
  }

  /** Every way in which a notification is not as it is described. */
  faultsOf({ routing_key: key, body }: Told): string[] {
    const event = JSON.parse(body) as CloudEvent;
    if (!this.validate(event)) {
      return (this.validate.errors ?? []).map(
        ({ instancePath, message = 'is wrong', params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
      );
    }
    return this.keyFaults(key.split('.'), event);
  }

  private keyFaults(words: readonly string[], { type, partitionkey, data }: CloudEvent): string[] {
    if (words.length !== this.words.length) return [`the routing key has ${words.length} words`];
    const strays = this.words.flatMap(([name, parameter], at) =>
      parameter?.enum && !parameter.enum.includes(words[at]!) ? [`the routing key says ${words[at]} for ${name}`] : [],
    );
    const [, ...said] = words;
    const meant = [partitionkey, data.stack_id, ...type.split('.').slice(1)];
    const isOfEvent = said.join('.') === meant.join('.');
    return isOfEvent ? strays : [...strays, `the routing key says ${said.join('.')}, the event ${meant.join('.')}`];
  }
}

const ROOT = join(__dirname, '../../..').replace(/\/dist$/, '');

let checker: NotificationChecker | undefined;

/** The checker of the checked-in document; another test sees that this is what the code says. */
export function notificationChecker(): NotificationChecker {
  checker ??= new NotificationChecker(JSON.parse(readFileSync(join(ROOT, 'docs/asyncapi.json'), 'utf8')) as JsonObject);
  return checker;
}

/** Throws where some are not as they are described, with the first of them. */
export function checkNotifications(told: readonly Told[]): void {
  const wrong = told
    .map((each) => ({ each, faults: notificationChecker().faultsOf(each) }))
    .filter(({ faults }) => faults.length > 0);
  const [first] = wrong;
  if (!first) return;
  const shown = first.faults.map((fault) => `\n  ${fault}`).join('');
  throw new Error(
    `${wrong.length} notifications are not as described; ${first.each.routing_key}:${shown}\n${first.each.body}`,
  );
}
