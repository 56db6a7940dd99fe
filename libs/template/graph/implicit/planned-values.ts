import { Faults } from '../../diagnostics/faults';
import { StackEvaluation } from '../../evaluation/stack-evaluation';
import { evaluate } from '../../expressions/evaluate';
import { mapEntries } from '../../expressions/operands';
import { objectOf, own } from '../../json';
import { readEntry } from '../../properties/read-properties';
import type { TypedResource } from '../../sections/map-types';
import type { ResolutionScope, StackWorld } from '../../stack';
import { isMap, UNKNOWN } from '../../values';
import type { Value } from '../../values';

/**
 * As Heat sees a stack that is not there yet: a reference is the resource's name, and no attribute has a
 * value, which for a text is the empty one.
 */
const PLANNED: ResolutionScope = { reference: (resource) => resource, attribute: () => null };

/**
 * Values of properties before anything is made. Two properties that refer to the same resource have
 * the same value, which is all that is needed to tell which resources belong together.
 */
export class PlannedValues {
  constructor(private readonly world: StackWorld) {}

  /** `null`: there is none. `undefined`: it is not known, or is faulty, which is told elsewhere. */
  property(resource: TypedResource, name: string): Exclude<Value, typeof UNKNOWN> | undefined {
    const schema = own(resource.schema.properties, name);
    if (schema === undefined) return null;
    const faults = new Faults();
    const given = this.given(resource, [name, schema.renamedFrom ?? name], faults);
    if (given === undefined) return undefined;
    const reading = { report: (...fault: Parameters<Faults['add']>) => faults.add(...fault), reveal: false };
    const value = readEntry(name, schema, given, { place: resource.place, reading }) ?? null;
    return value === UNKNOWN || !faults.none ? undefined : value;
  }

  /** The property's text; `undefined` where there is none, or it is not known. */
  text(resource: TypedResource, name: string): string | undefined {
    return textOf(this.property(resource, name));
  }

  /** Only what was asked for is evaluated, unless a function makes the whole map. */
  private given(
    { properties }: TypedResource,
    names: readonly string[],
    faults: Faults,
  ): Record<string, Value> | undefined {
    const scope = new StackEvaluation(this.world, PLANNED, faults);
    const entries = mapEntries(properties);
    if (entries === undefined) {
      const value = evaluate(properties, scope);
      return isMap(value) ? value : undefined;
    }
    const found = names.flatMap((name) => {
      const expression = entries.get(name);
      return expression === undefined ? [] : [[name, evaluate(expression, scope)] as const];
    });
    return objectOf(found);
  }
}

export function textOf(value: Value | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
