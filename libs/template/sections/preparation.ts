import type { Faults } from '../diagnostics/faults';
import type { Place } from '../diagnostics/place';
import type { Registry } from '../environment/registry';
import type { ExactObject } from '../json';
import type { TemplateLimits } from '../limits';
import type { NestedSource, NestedSources } from '../nested/nested-sources';
import type { Descent, MemberDefinition } from '../nested/nesting';
import type { PrepareOptions } from '../request';
import type { Sliced } from '../slices';
import type { PreparedStack } from '../stack';
import type { TemplateVersion } from '../versions/template-version';
import type { GivenParameters } from './read-parameters';

/** Where what is wrong goes. */
export interface Findings {
  /** What is wrong with the form of the template. */
  readonly faults: Faults;
  /** What is wrong with values. */
  readonly valueFaults: Faults;
  readonly warnings: Faults;
}

/** Everything that the sections of one template are prepared with. */
export interface Preparation extends Omit<PrepareOptions, 'limits'>, Findings {
  readonly limits: TemplateLimits;
  readonly version: TemplateVersion;
  /** Where the template stands in the request. */
  readonly place: Place;
  /** Whether the key of a map in the template is a text as it is written. */
  readonly isText: (map: ExactObject, key: string) => boolean;
  readonly nesting: Nesting;
}

/** What the preparation of one template has to do with those of others. */
export interface Nesting {
  /** From the outermost stack down to this one. */
  readonly descents: readonly Descent[];
  readonly sources: NestedSources;
  /** Resources of all templates by now. */
  readonly count: { resources: number };
  readonly steps: NestingSteps;
}

/** The ways down. They lead back to what nested stacks are prepared by, which is why they are handed in. */
export interface NestingSteps {
  template(source: NestedSource, request: TemplateRequest, preparation: Preparation): Sliced<PreparedStack>;
  members(
    members: readonly MemberDefinition[],
    request: TemplateRequest,
    preparation: Preparation,
  ): Sliced<PreparedStack>;
}

/** What comes with a template. */
export interface TemplateRequest {
  readonly given: GivenParameters;
  readonly registry: Registry;
  readonly files: ReadonlyMap<string, string>;
}
