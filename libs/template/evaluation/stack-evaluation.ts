import type { Faults } from '../diagnostics/faults';
import type { Place } from '../diagnostics/place';
import type { Evaluation } from '../expressions/expression';
import { hiddenTexts } from '../masks/hidden-texts';
import { maskHidden } from '../masks/mask-hidden';
import type { ExactJson, ExactObject } from '../json';
import type { TemplateLimits } from '../limits';
import type { ParentResource } from '../parent-resource';
import type { ResolutionScope, StackWorld } from '../stack';
import { isKnown, UNKNOWN } from '../values';
import type { Unknown, Value } from '../values';

/** Nothing about any resource: what can be said before there are any. */
export const NOTHING_KNOWN: ResolutionScope = { reference: () => undefined, attribute: () => undefined };

/** Functions' view of one stack, with the values that its resources have by now. */
export class StackEvaluation implements Evaluation {
  readonly limits: TemplateLimits;
  readonly mappings: ExactObject;
  readonly availabilityZones: readonly string[];
  readonly parentResource: ParentResource | undefined;
  /** The texts of hidden parameters, once they are asked for. */
  private masks: readonly string[] | undefined;

  constructor(
    private readonly world: StackWorld,
    private readonly scope: ResolutionScope,
    private readonly faults: Faults,
  ) {
    this.limits = world.limits;
    this.mappings = world.mappings;
    this.availabilityZones = world.availabilityZones;
    this.parentResource = world.parentResource;
  }

  parameter(name: string): Value | undefined {
    return this.world.parameters.get(name);
  }

  parameterNames(): Iterable<string> {
    return this.world.parameters.keys();
  }

  isHidden(parameter: string): boolean {
    return this.world.hidden.has(parameter);
  }

  condition(name: string): boolean | Unknown | undefined {
    return this.world.conditions.truth(name);
  }

  conditionNames(): Iterable<string> {
    return this.world.conditions.names();
  }

  file(name: string): string | undefined {
    return this.world.files.get(name);
  }

  fileNames(): Iterable<string> {
    return this.world.files.keys();
  }

  hasResource(name: string): boolean {
    return this.world.resources.has(name);
  }

  resourceNames(): Iterable<string> {
    return this.world.resources.keys();
  }

  declaresResource(name: string): boolean {
    return this.world.declaredResources.has(name);
  }

  attributeNames(resource: string): readonly string[] | undefined {
    const schema = this.world.resources.get(resource)?.schema;
    return schema === undefined || schema.anyAttributes === true ? undefined : Object.keys(schema.attributes);
  }

  hasInnerAttributes(resource: string): boolean {
    return this.world.resources.get(resource)?.schema.innerAttributes === true;
  }

  reference(resource: string): string | Unknown {
    return this.scope.reference(resource) ?? UNKNOWN;
  }

  attribute(resource: string, name: string): Value {
    const value = this.scope.attribute(resource, name);
    return value === undefined ? UNKNOWN : value;
  }

  /** Words that were made of values may have a hidden one in them, which is masked. */
  report(place: Place, detail: string | (() => string)): Unknown {
    this.faults.add(place, () => this.masked(typeof detail === 'string' ? detail : detail()));
    return UNKNOWN;
  }

  /** The words without what hidden parameters have in them, also where that was cut. */
  masked(detail: string): string {
    this.masks ??= hiddenTexts(this.hiddenParameters());
    return maskHidden(detail, this.masks);
  }

  private hiddenParameters(): ExactJson[] {
    const { hidden, parameters } = this.world;
    return [...hidden].map((name) => parameters.get(name) ?? null).filter(isKnown);
  }
}
