/**
 * Ends the reading of a text that is no YAML: nothing that follows could be trusted. Thrown and caught
 * inside this folder only; outside it is a fault like any other.
 */
export class YamlFault extends Error {
  constructor(
    readonly detail: string,
    /** Where in the text. */
    readonly offset: number,
  ) {
    super(detail);
    this.name = 'YamlFault';
  }
}

/** A text that breaks the rules of YAML. */
export function syntaxFault(detail: string, offset: number): YamlFault {
  return new YamlFault(`the text is not valid YAML: ${detail}`, offset);
}
