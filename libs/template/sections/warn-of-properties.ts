import type { Faults } from '../diagnostics/faults';
import type { Place } from '../diagnostics/place';
import type { Expression } from '../expressions/expression';
import { listItems, mapEntries } from '../expressions/operands';
import { own } from '../json';
import type { PropertySchema } from '../schema/resource-schema';
import { statusText } from '../schema/status-text';

type Schemas = Readonly<Record<string, PropertySchema>>;

/** Warns of properties that are given though they are to go away, as far as the template itself names them. */
export function warnOfProperties(given: Expression, schemas: Schemas, place: Place, warnings: Faults): void {
  for (const [name, value] of mapEntries(given) ?? []) {
    const schema = own(schemas, name);
    if (schema === undefined) continue;
    const status = schema.supportStatus === undefined ? undefined : statusText(schema.supportStatus);
    if (status !== undefined)
      warnings.add(place.at(name), () => `the property \`${name}\` ${status}${useOf(name, schemas)}`);
    warnOfParts(value, schema, place.at(name), warnings);
  }
}

function warnOfParts(value: Expression, { entries, items }: PropertySchema, place: Place, warnings: Faults): void {
  if (entries !== undefined) warnOfProperties(value, entries, place, warnings);
  if (items?.entries === undefined) return;
  for (const [index, item] of (listItems(value) ?? []).entries()) {
    warnOfProperties(item, items.entries, place.at(index), warnings);
  }
}

function useOf(older: string, schemas: Schemas): string {
  const newer = Object.keys(schemas).find((name) => schemas[name]?.renamedFrom === older);
  return newer === undefined ? '' : `: use \`${newer}\``;
}
