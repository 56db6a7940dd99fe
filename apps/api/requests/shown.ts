import type { Schema } from '#contracts';

/** What a check of our own says of a value in the API's description: the first of its constraints. */
export class Shown {
  constructor(readonly schema: Schema) {}
}
