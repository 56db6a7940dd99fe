import type { TemplateQuotas } from '../checking/template-quotas';
import type { Quotas } from '../config';

/** What the parts of the api need to know of the configuration. */
export class Settings {
  constructor(
    readonly publicUrl: string | undefined,
    readonly quotas: Quotas,
  ) {}
}

/** Those that a template is checked against. */
export function templateQuotas({ resources, nestedDepth, templateBytes }: Quotas): TemplateQuotas {
  return { mostResources: resources, mostNested: nestedDepth, mostTemplateBytes: templateBytes };
}
