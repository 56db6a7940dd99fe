import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { AppError } from '#contracts';
import type { Json, JsonObject } from '#contracts';
import { MOST_SIGNALS, ResourceFailure } from '#resources';
import type { SaidBySignal, Signal, TypeRegistry } from '#resources';
import { isObject, plainJson } from '#template';
import { TYPE_CATALOGUE } from '../platform/tokens';
import { invalidRequest, Problem } from '../problems/problem';
import { readJson } from '../requests/read-json';
import type { SignalledRow, StoredSignal } from './signal-store';

const MOST_BYTES = 64 * 1_024;
const MOST_BYTES_TOGETHER = 1_024 * 1_024;

/** A signal with what it is told from others by. */
export interface KeyedSignal {
  readonly key: Buffer;
  readonly signal: Signal;
}

/** Reads what signals say, as the type of the resource has it, and sees to it that they don't become too many. */
@Injectable()
export class SignalReading {
  constructor(@Inject(TYPE_CATALOGUE) private readonly types: TypeRegistry) {}

  /** Throws a problem where the resource takes no signal, or not this one. */
  read(row: SignalledRow, body: Json, stored: readonly StoredSignal[]): KeyedSignal {
    const keyed = named(this.said(row, body), stored);
    const others = stored.filter(({ key }) => !key.equals(keyed.key));
    if (others.length >= MOST_SIGNALS) {
      throw new AppError('quota-exceeded', `a resource keeps ${MOST_SIGNALS} signals of different ids at most`);
    }
    const bytes = others.reduce((sum, other) => sum + other.bytes, Buffer.byteLength(JSON.stringify(keyed.signal)));
    if (bytes > MOST_BYTES_TOGETHER) {
      throw new AppError('quota-exceeded', 'the signals that a resource keeps may have 1 MiB together: send less data');
    }
    return keyed;
  }

  private said({ made_type: type, action }: SignalledRow, body: Json): SaidBySignal {
    if (isObject(body) && 'unset_hook' in body) throw refused('no such hook is pending at this resource');
    const readSignal = this.readerOf(type);
    if (!readSignal) throw refused('the type of this resource takes no signal');
    if (action === 'INIT') throw new AppError('conflict', 'the resource is not made yet: signal it when it is');
    try {
      return readSignal(body);
    } catch (error) {
      if (error instanceof ResourceFailure) throw refused(error.message);
      throw error;
    }
  }

  /** What nothing here makes takes no signal. */
  private readerOf(type: string): ReturnType<TypeRegistry['get']>['readSignal'] {
    return this.types.find(type)?.available === false || !this.types.find(type)
      ? undefined
      : this.types.get(type).readSignal;
  }
}

/** The body of a signal; `null`: it has none. */
export function bodyOf(body: unknown): Json {
  if (!(body instanceof Uint8Array) || body.length === 0) return null;
  if (body.length > MOST_BYTES) {
    throw new Problem({ code: 'body-too-large', detail: 'a signal may have 64 KiB: send less data' });
  }
  const read = readJson(body);
  if (!read.ok) throw new Problem(read.problem);
  return plainJson(read.value);
}

/** Without an id it is the next one that nobody has; Heat's takes the place of another that called itself so. */
function named({ id, reason, ...said }: SaidBySignal, stored: readonly StoredSignal[]): KeyedSignal {
  const taken = new Set(stored.map(({ key }) => key.toString('hex')));
  let number = stored.length + 1;
  while (id === undefined && taken.has(keyOf(String(number)).toString('hex'))) number += 1;
  const name = id ?? String(number);
  return { key: keyOf(name), signal: { id: name, reason: reason ?? `Signal ${number} received`, ...said } };
}

function keyOf(id: string): Buffer {
  return createHash('sha256').update(id).digest();
}

function refused(detail: string): Problem {
  return new Problem(invalidRequest([{ path: '', detail }]));
}

/** A signal as it is sealed. */
export function storedSignal({ id, status, reason, data }: Signal): JsonObject {
  return { id, status, reason, data };
}
