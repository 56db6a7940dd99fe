import { Faults } from '../diagnostics/faults';
import { Place } from '../diagnostics/place';
import { readSections } from '../environment/read-environment';
import type { ExactJson } from '../json';
import { DEFAULT_LIMITS } from '../limits';
import { readSource } from '../reader/read-source';

/** What a text says, or what is wrong with it. */
export type ProbedText =
  { readonly ok: true; readonly value: ExactJson } | { readonly ok: false; readonly details: readonly string[] };

/** Reads a template's text, and no more than the text. */
export function probeTemplateText(text: string): ProbedText {
  const reading = readSource(text, 'json or yaml', DEFAULT_LIMITS);
  if (reading.ok) return { ok: true, value: reading.document.value };
  return { ok: false, details: reading.faults.map(({ detail }) => detail) };
}

/** Reads an environment's text, and which sections it has. */
export function probeEnvironmentText(text: string): ProbedText {
  const reading = readSource(text, 'yaml', DEFAULT_LIMITS);
  if (!reading.ok) return { ok: false, details: reading.faults.map(({ detail }) => detail) };
  const faults = new Faults();
  readSections(reading.document.value, Place.root('environment'), faults);
  if (!faults.none) return { ok: false, details: faults.list().map(({ detail }) => detail) };
  return { ok: true, value: reading.document.value };
}
