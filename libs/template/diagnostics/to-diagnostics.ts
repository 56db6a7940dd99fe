import type { Diagnostic } from '#contracts';
import { isObject } from '../json';
import type { ExactJson } from '../json';
import type { Fault, Faults } from './faults';
import { Place, pointerOf } from './place';
import type { Step } from './place';

/** A text or value that places lie in. */
export interface LocatedDocument {
  /** The steps that lead to it in the request, `['template']` or `['files', name]`. */
  readonly root: readonly string[];
  readonly value: ExactJson;
  locate(path: readonly Step[]): { readonly line: number; readonly column: number } | undefined;
}

/**
 * Faults as they are told: with pointers that end where the document does, and with line and column
 * where it was a text. What is the same is told once, also where several resources have it in their
 * nested templates: then one of these is named.
 */
export function toDiagnostics(faults: Faults, documents: readonly LocatedDocument[]): Diagnostic[] {
  const told = new Map<string, Diagnostic>();
  for (const fault of faults.list()) {
    const diagnostic = toDiagnostic(fault, documents);
    const key = `${diagnostic.path}\n${diagnostic.detail}`;
    if (!told.has(key)) told.set(key, { ...diagnostic, detail: diagnostic.detail + namesOf(fault) });
  }
  const more = faults.unlisted;
  return more === 0 ? [...told.values()] : [...told.values(), unlisted(more)];
}

function unlisted(more: number): Diagnostic {
  return { path: pointerOf(Place.root('template').steps()), detail: `${more} more faults are not listed` };
}

function namesOf({ through = [] }: Fault): string {
  const names = through.map((name) => `\`${name}\``).join(' → ');
  return names === '' ? '' : ` (in the template of ${names})`;
}

function toDiagnostic({ place, detail, position }: Fault, documents: readonly LocatedDocument[]): Diagnostic {
  const steps = place.steps();
  const document = documents.find(({ root }) => root.every((step, index) => steps[index] === step));
  if (document === undefined) return { path: pointerOf(steps), detail, ...position };
  const inside = existing(document.value, steps.slice(document.root.length));
  const path = pointerOf([...document.root, ...inside]);
  return { path, detail, ...(position ?? document.locate(inside)) };
}

/** The steps as far as there is something: what a function makes has no place of its own. */
function existing(value: ExactJson, steps: readonly Step[]): Step[] {
  const found: Step[] = [];
  let current: ExactJson | undefined = value;
  for (const step of steps) {
    current = childOf(current, step);
    if (current === undefined) break;
    found.push(step);
  }
  return found;
}

function childOf(value: ExactJson, step: Step): ExactJson | undefined {
  if (Array.isArray(value)) return value[Number(step)];
  return isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}
