import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { JsonObject } from '#contracts';
import { requestFor, routesIn } from './arbitrary-request';
import { bytesOf, isCut } from './fuzz-request';
import type { FuzzRequest } from './fuzz-request';
import { judge } from './judge';
import { send } from './send';
import type { FuzzWorld } from './world';

const ROOT = join(__dirname, '../..').replace(/\/dist$/, '');
const CONNECTIONS = 8;

/** A request whose answer was wrong; its number and the seed make it again. */
export interface Fault {
  number: number;
  route: string;
  faults: string[];
  /** The bytes that were sent, as a text of Latin 1. */
  sent: string;
  answer: string;
}

export interface FuzzFigures {
  requests: number;
  byStatus: Map<string, number>;
  /** Of each route, how often which status. */
  byRoute: Map<string, Map<string, number>>;
  faults: Fault[];
}

export interface FuzzOptions {
  requests: number;
  seed: number;
  /** Sends only the request of this number. */
  only?: number;
}

/** Sends that many requests, a few at once, over all routes in turn, and judges every answer. */
export async function fuzz(world: FuzzWorld, { requests, seed, only }: FuzzOptions): Promise<FuzzFigures> {
  const figures: FuzzFigures = { requests: 0, byStatus: new Map(), byRoute: new Map(), faults: [] };
  const make = requestMaker(seed);
  const numbers = (only === undefined ? Array.from({ length: requests }, (_, at) => at) : [only]).values();
  const work = async (): Promise<void> => {
    for (const number of numbers) await tryOne(world, { number, request: make(number) }, figures);
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, work));
  return figures;
}

/** The request of each number, which is the same for the same seed. */
export function requestMaker(seed: number): (number: number) => FuzzRequest {
  const document = JSON.parse(readFileSync(join(ROOT, 'docs/openapi.json'), 'utf8')) as JsonObject;
  const arbitraries = routesIn(document).map((route) => requestFor(route, document));
  return (number) => {
    const arbitrary = arbitraries[number % arbitraries.length]!;
    return fc.sample(arbitrary, {
      numRuns: 1,
      seed: Math.imul(seed, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b),
    })[0]!;
  };
}

async function tryOne(
  world: FuzzWorld,
  { number, request }: { number: number; request: FuzzRequest },
  figures: FuzzFigures,
): Promise<void> {
  const bytes = bytesOf(request, (thing) => world.resolve(thing));
  const received = await send(world.port, bytes, { isHead: request.method === 'HEAD', isCut: isCut(request) });
  figures.requests += 1;
  const status = received.outcome === 'answered' ? String(received.status) : received.outcome;
  const ofRoute = figures.byRoute.get(request.route) ?? new Map<string, number>();
  figures.byRoute.set(request.route, ofRoute);
  count(ofRoute, status);
  count(figures.byStatus, status);
  world.remember(received.text ?? '');
  const faults = judge(request, bytes, received);
  if (faults.length === 0) return;
  const sent = bytes.subarray(0, 4_000).toString('latin1');
  const answer = `${received.status} ${(received.text ?? '').slice(0, 2_000)}`;
  figures.faults.push({ number, route: request.route, faults, sent, answer });
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}
