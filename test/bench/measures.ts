import { readFileSync, writeFileSync } from 'node:fs';
import type { Kiln } from '../support/kiln';
import type { KilnProcess } from '../support/kiln-process';

/** What one case measured: figures by name, in the unit that the name ends with. */
export interface Result {
  case: string;
  figures: Record<string, number>;
  /** What the figures aim at; compared in the table, never a failure. */
  targets?: Record<string, Target>;
}

/** A bound, in the figure's own unit. */
export interface Target {
  atMost?: number;
  atLeast?: number;
}

/** Of the kernel's clock in a second: fixed on all architectures that Node runs on. */
const CLOCK_TICKS = 100;

export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((percent / 100) * sorted.length))] ?? Number.NaN;
}

/** Resident memory, now and at its peak, as the kernel counts it. Linux only; NaN elsewhere. */
export function memoryMiB(pid: number): { now: number; peak: number } {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const read = (key: string): number => Number(new RegExp(`${key}:\\s+(\\d+) kB`).exec(status)?.[1]) / 1024;
    return { now: read('VmRSS'), peak: read('VmHWM') };
  } catch {
    return { now: Number.NaN, peak: Number.NaN };
  }
}

/** What a process, with all its threads, has used so far. Linux only; NaN elsewhere. */
export function cpuSeconds(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) / CLOCK_TICKS;
  } catch {
    return Number.NaN;
  }
}

/** Has the kernel forget the peak so far. */
export function resetPeak(pid: number): void {
  try {
    writeFileSync(`/proc/${pid}/clear_refs`, '5');
  } catch {
    // Elsewhere than on Linux there is no peak either.
  }
}

/** Sum of the samples of a counter that a process exposes. */
export async function counter(process: KilnProcess, name: string): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${process.adminPort}/metrics`)).text();
  const samples = text.split('\n').filter((line) => line.startsWith(name) && !line.startsWith('#'));
  return samples.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
}

/** Statements, transactions and messages of all engines so far. */
export async function engineCounters(kiln: Kiln): Promise<Record<'statements' | 'transactions' | 'messages', number>> {
  const sum = async (name: string): Promise<number> => {
    const counts = await Promise.all(kiln.engines.map((engine) => counter(engine, name)));
    return counts.reduce((total, count) => total + count, 0);
  };
  return {
    statements: await sum('kiln_engine_statements_total'),
    transactions: await sum('kiln_engine_transactions_total'),
    messages: await sum('kiln_engine_messages_total'),
  };
}
