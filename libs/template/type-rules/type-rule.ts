import type { Value } from '../values';

/** What a rule may know of a resource. */
export interface RuleContext {
  /** Its properties in their types, as far as they are known; what is faulty is not known. */
  property(name: string): Value | undefined;
  /** Whether values may stand in diagnostics. */
  readonly reveal: boolean;
  /** Whether there is such a resource beside it. */
  hasResource(name: string): boolean;
  /** Whether that one is there before it. */
  dependsOn(name: string): boolean;
  /** Tells what is wrong with a property. */
  report(property: string, detail: string): void;
}

/** What a resource type wants of properties together, which their schemas cannot say. Speaks only of what is known. */
export type TypeRule = (context: RuleContext) => void;
