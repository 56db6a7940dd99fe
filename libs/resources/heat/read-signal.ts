import type { Json, JsonObject } from '#contracts';
import { mapOf, numberOf, textOf } from '../property-values';
import { ResourceFailure } from '../resource-failure';
import type { SaidBySignal } from '../signal';

const LONGEST_ID = 255;
const LONGEST_REASON = 1_000;

interface Keys {
  readonly id: string;
  readonly status: string;
  readonly reason: string;
  readonly data: string;
}

const HEAT: Keys = { id: 'id', status: 'status', reason: 'reason', data: 'data' };
const CFN: Keys = { id: 'UniqueId', status: 'Status', reason: 'Reason', data: 'Data' };

/** What a signal to a handle of Heat's says: all of it may be left out, and means success then. */
export function readHeatSignal(body: Json): SaidBySignal {
  return read(body === null ? {} : mapOf(body), HEAT);
}

/** What a signal to a handle of CloudFormation's says: status, id, reason and data, none of which may be left out. */
export function readCfnSignal(body: Json): SaidBySignal {
  const map = mapOf(body);
  const keys = keysOf(CFN);
  if (keys.some((key) => map?.[key] === undefined))
    throw new ResourceFailure(`the signal must be an object with ${keys.join(', ')}`);
  return read(map, CFN);
}

function read(body: JsonObject | undefined, keys: Keys): SaidBySignal {
  if (body === undefined) throw new ResourceFailure('the signal must be a JSON object');
  const known = keysOf(keys);
  const unknown = Object.keys(body).find((key) => !known.includes(key));
  if (unknown !== undefined) throw new ResourceFailure(`a signal has only the keys ${known.join(', ')}`);
  const id = idOf(body[keys.id], keys.id);
  const reason = reasonOf(body[keys.reason], keys.reason);
  return {
    ...(id === undefined ? {} : { id }),
    ...(reason === undefined ? {} : { reason }),
    status: statusOf(body[keys.status], keys.status),
    data: body[keys.data] ?? null,
  };
}

function keysOf({ id, status, reason, data }: Keys): string[] {
  return [status, id, reason, data];
}

function idOf(value: Json | undefined, key: string): string | undefined {
  if (value === undefined) return undefined;
  const id = textOf(value) ?? numberOf(value)?.toString();
  if (id !== undefined && id !== '' && id.length <= LONGEST_ID) return id;
  throw new ResourceFailure(`${key} must be a text of 1 to ${LONGEST_ID} characters, or a number`);
}

function reasonOf(value: Json | undefined, key: string): string | undefined {
  if (value === undefined || value === null) return undefined;
  const reason = textOf(value);
  if (reason !== undefined && reason.length <= LONGEST_REASON) return reason;
  throw new ResourceFailure(`${key} must be a text of ${LONGEST_REASON} characters at most`);
}

function statusOf(value: Json | undefined, key: string): SaidBySignal['status'] {
  if (value === undefined || value === 'SUCCESS') return 'SUCCESS';
  if (value === 'FAILURE') return 'FAILURE';
  throw new ResourceFailure(`${key} must be SUCCESS or FAILURE`);
}
