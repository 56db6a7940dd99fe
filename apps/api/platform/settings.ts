import type { Quotas } from '../config';

/** What the parts of the api need to know of the configuration. */
export class Settings {
  constructor(
    readonly publicUrl: string | undefined,
    readonly quotas: Quotas,
  ) {}
}
