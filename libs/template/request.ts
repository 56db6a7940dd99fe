import type { ExactJson } from './json';
import type { TemplateLimits } from './limits';
import type { TypeCatalogue } from './schema/resource-schema';
import type { ParentResource } from './parent-resource';

/** What a user sends to have a stack made: nothing in it has been checked yet. */
export interface StackRequest {
  /** An object, or a text of JSON or YAML. */
  readonly template: ExactJson;
  /** Name, as the template writes it, to content. */
  readonly files?: Readonly<Record<string, ExactJson>>;
  /** An object, or a text of YAML. */
  readonly environment?: ExactJson;
  /** Names in `files`, merged in this order, instead of `environment`. */
  readonly environmentFiles?: readonly string[];
  /** Stronger than the environment's. */
  readonly parameters?: Readonly<Record<string, ExactJson>>;
}

/** What the parameters are made of that every template has (`OS::stack_name`, `AWS::StackId`). */
export interface PseudoParameters {
  readonly stackName: string;
  readonly stackId: string;
  readonly projectId: string;
}

export interface PrepareOptions {
  readonly types: TypeCatalogue;
  readonly pseudo: PseudoParameters;
  readonly limits?: Partial<TemplateLimits>;
  /** What `Fn::GetAZs` answers; `['nova']` where left out, as Heat says of a cloud that it cannot ask. */
  readonly availabilityZones?: readonly string[];
  /** For a nested stack: the resource that it is. */
  readonly parentResource?: ParentResource;
  /**
   * `false`: parameters without value and default are no fault, and what depends on them is not known
   * (as template validation wants it). `true` where left out.
   */
  readonly requireParameters?: boolean;
  /**
   * `false`: what is wrong with values, and not with the form of the template, is a warning, as for
   * Heat's template validation, which does not look at values. `true` where left out.
   */
  readonly checkValues?: boolean;
  /**
   * How far what is wrong inside nested templates, which can be read as such, is a fault; what goes beyond
   * is a warning. Everything (`values`, where left out); not what is wrong with values there, as Heat has it
   * before it makes a stack (`form`); nothing, as Heat's template validation has it (`text`).
   */
  readonly nestedChecks?: 'values' | 'form' | 'text';
  /** Whether what no engine does yet, to make nested stacks and to stop at hooks, is a fault or a warning; left out: neither. */
  readonly notYet?: 'fault' | 'warning';
  /** `false`: a resource with an `external_id` is a fault, as nobody would act on it. `true` where left out. */
  readonly canAdopt?: boolean;
  /**
   * `true`: a type that nothing makes is warned of, as where a template is looked at only. Where left out it is a
   * fault, so that nobody begins what cannot be done.
   */
  readonly acceptUnavailable?: boolean;
  /** Parameters that are hidden though the template does not say so. */
  readonly secret?: ReadonlySet<string>;
}
