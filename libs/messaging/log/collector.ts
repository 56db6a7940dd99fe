import type { CloudEvent } from '#contracts';
import { parseEvent } from './log-entry';
import type { Wanted } from './stretch';

/** An event as read from the log: `text` is its body, one line of JSON. */
export interface RetainedItem {
  event: CloudEvent;
  text: string;
  sequence: number;
}

export interface CollectorSettings extends Wanted {
  limit: number;
  accept: (event: CloudEvent) => boolean;
  /** What the index says; undefined: it knows none of the root's events. */
  completeFrom: number | undefined;
}

/**
 * Gathers one root's events in the order of the log. What is not above the last seen is a repeat and is ignored; a
 * jump shows that what lay between is gone.
 */
export class Collector {
  readonly items: RetainedItem[] = [];
  /** Highest sequence that was seen, accepted or not; where nothing was seen, the one that the reader has already. */
  last: number;
  private completeFrom: number | undefined;

  constructor(private readonly settings: CollectorSettings) {
    this.last = settings.after;
    this.completeFrom = settings.completeFrom;
  }

  get isFull(): boolean {
    return this.items.length >= this.settings.limit || this.last >= this.settings.upTo;
  }

  get room(): number {
    return this.settings.limit - this.items.length;
  }

  get hasProgressed(): boolean {
    return this.last > this.settings.after;
  }

  /** What can't be read counts as not there. */
  take(sequence: number, text: string): void {
    const isWanted = !this.isFull && sequence > this.last && sequence <= this.settings.upTo;
    const event = isWanted ? parseEvent(text) : undefined;
    if (isWanted && !event) return;
    this.completeFrom ??= sequence;
    if (!event) return;
    if (sequence > this.last + 1) this.completeFrom = Math.max(this.completeFrom, sequence);
    this.last = sequence;
    if (this.settings.accept(event)) this.items.push({ event, text, sequence });
  }

  /**
   * The first sequence from which on nothing that was published is missing.
   * @param exhausted all of the log was read in which wanted events may lie
   */
  completeness(published: number, exhausted: boolean): number {
    const known = this.completeFrom ?? published + 1;
    const wanted = Math.min(published, this.settings.upTo);
    return exhausted && this.last < wanted ? Math.max(known, wanted + 1) : known;
  }

  /** Where to go on reading; undefined where nothing more is published. */
  next(published: number, exhausted: boolean): number | undefined {
    const last = exhausted ? Math.max(this.last, Math.min(published, this.settings.upTo)) : this.last;
    return last < published ? last : undefined;
  }
}
