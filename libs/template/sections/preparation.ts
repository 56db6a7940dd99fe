import type { Faults } from '../diagnostics/faults';
import type { TemplateLimits } from '../limits';
import type { PrepareOptions } from '../request';
import type { TemplateVersion } from '../versions/template-version';

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
}
