import type { Json } from '#contracts';
import type { Constraint, PropertyType, SupportStatus } from '#template';

/** What is known of one of Heat's types: the JSON of the `data` folder. */
export interface TypeFacts {
  readonly type: string;
  readonly support_status: StatusFacts;
  /** It is made of a nested stack, whose attributes it has besides its own. */
  readonly is_stack?: true;
  readonly snapshots?: true;
  readonly properties: Readonly<Record<string, PropertyFacts>>;
  readonly attributes: Readonly<Record<string, AttributeFacts>>;
}

export interface StatusFacts {
  readonly status: SupportStatus['status'];
  readonly version?: string;
  readonly previous_status?: StatusFacts;
}

export interface PropertyFacts {
  readonly type: PropertyType;
  readonly required?: boolean;
  readonly default?: Json;
  readonly update_allowed?: boolean;
  readonly immutable?: boolean;
  readonly implemented?: boolean;
  readonly allow_conversion?: boolean;
  readonly constraints?: readonly Constraint[];
  readonly support_status?: StatusFacts;
  /** Entries of a map; `*` for the items of a list. */
  readonly schema?: Readonly<Record<string, PropertyFacts>>;
}

export interface AttributeFacts {
  readonly type: PropertyType;
  readonly support_status?: StatusFacts;
}
