import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '#contracts';
import { ContractChecker } from './contract-checker';
import type { Exchange } from './exchange';

const ROOT = join(__dirname, '../../..').replace(/\/dist$/, '');

let checker: ContractChecker | undefined;

/** The checker of the checked-in document; another test sees that this is what the code says. */
export function contractChecker(): ContractChecker {
  checker ??= new ContractChecker(JSON.parse(readFileSync(join(ROOT, 'docs/openapi.json'), 'utf8')) as JsonObject);
  return checker;
}

/** Throws where an answer is not as the contract has it, with every fault that it has. */
export function checkAnswer(exchange: Exchange): void {
  const faults = contractChecker().faultsOf(exchange);
  if (faults.length === 0) return;
  const { method, url, status, text } = exchange;
  const shown = faults.slice(0, 20).map((fault) => `\n  ${fault}`);
  throw new Error(
    `${method} ${url} answered ${status}, against the contract:${shown.join('')}\n${(text ?? '').slice(0, 2_000)}`,
  );
}

/** As `fetch`, for what `ApiClient` can't do: sees that status and headers are as the contract has them. */
export async function checkedFetch(url: string, init: RequestInit = {}): Promise<Response> {
  const response = await fetch(url, init);
  checkAnswer({ method: init.method ?? 'GET', url, status: response.status, headers: response.headers });
  return response;
}
