import type { CompareTools, ForeseenRow } from '#comparison';
import { ResourceScope } from '#comparison';
import type { JsonObject } from '#contracts';
import { currentIncarnations } from '#orchestration';
import {
  Disclosure,
  equalValues,
  exactJsonText,
  hiddenByDefinition,
  isUnknown,
  knownJson,
  lookAhead,
  prepareStackInSlices,
  shownFiles,
} from '#template';
import type { Outlook, PseudoParameters, Sliced } from '#template';
import type { StoredDefinition } from '../merge-definition';
import type { MayShowPast } from './preview-view';

export interface Past {
  readonly stored: StoredDefinition;
  readonly rows: readonly ForeseenRow[];
  readonly pseudo: PseudoParameters;
  /** Whether any definition that the stack ever had hides a parameter. */
  readonly everHid: boolean;
}

/**
 * Which values that resources were made with may be shown. They may be older than the last definition, so a value is
 * shown if nothing was ever hidden, or if it is just what the last definition makes of it, out of nothing hidden.
 */
export function* pastValues(past: Past, tools: CompareTools): Sliced<MayShowPast> {
  const { stored, rows, pseudo, everHid } = past;
  const hidden = yield* hiddenByDefinition(stored);
  if (!everHid && hidden.size === 0) return () => true;
  const before = yield* prepareStackInSlices(stored, { types: tools.types, pseudo });
  // What cannot be read any more says nothing of where values came from.
  if (!before.ok) return () => false;
  const stack = before.value;
  const disclosure = new Disclosure(stack, { parameters: hidden, files: yield* haveSecrets(stored) });
  const current = [...currentIncarnations(rows.filter(({ begun }) => begun)).values()];
  const scope = new ResourceScope(stack, current, tools);
  const outlooks = new Map<string, Outlook['properties']>();
  const outlookOf = (name: string): Outlook['properties'] => {
    const known = outlooks.get(name) ?? lookAhead(stack, name, scope).properties;
    outlooks.set(name, known);
    return known;
  };
  return ({ name, row }, property) =>
    row !== undefined &&
    property !== undefined &&
    stack.resources.has(name) &&
    disclosure.property(name, property) &&
    isOfDefinition(property, outlookOf(name), row, tools);
}

/** Whether files hold what a parameter hides. */
function* haveSecrets(definition: StoredDefinition): Sliced<boolean> {
  const shown = yield* shownFiles(definition);
  const files = Object.entries(definition.files);
  return files.some(([name, file]) => shown[name] !== (typeof file === 'string' ? file : exactJsonText(file)));
}

function isOfDefinition(
  property: string,
  wanted: Outlook['properties'],
  row: ForeseenRow,
  { secrets }: CompareTools,
): boolean {
  if (isUnknown(wanted) || row.sealed_properties === null || !Object.hasOwn(wanted, property)) return false;
  const made = secrets.open(row.sealed_properties) as JsonObject;
  const value = wanted[property];
  const known = value === undefined ? undefined : knownJson(value);
  return known !== undefined && equalValues(made[property], known);
}
