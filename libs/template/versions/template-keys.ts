/** The sections of a template by the names that a form of the language has for them; `null`: it has no such section. */
export interface SectionKeys {
  readonly description: string;
  readonly parameterGroups: string | null;
  readonly parameters: string;
  readonly mappings: string | null;
  readonly conditions: string | null;
  readonly resources: string;
  readonly outputs: string;
}

/** The same for what a resource says. */
export interface ResourceKeys {
  readonly type: string;
  readonly description: string;
  readonly properties: string;
  readonly metadata: string;
  readonly dependsOn: string;
  readonly deletionPolicy: string;
  readonly updatePolicy: string;
  readonly condition: string | null;
  readonly externalId: string | null;
}

/** The same for what an output says. */
export interface OutputKeys {
  readonly value: string;
  readonly description: string;
  readonly condition: string | null;
}

/** How a version of the language writes what all of them have. */
export interface TemplateKeys {
  readonly sections: SectionKeys;
  readonly resource: ResourceKeys;
  readonly output: OutputKeys;
}

/** The names of a table that are there. */
export function namesIn(
  keys: Readonly<Record<keyof SectionKeys, string | null>> | ResourceKeys | OutputKeys,
): Set<string> {
  return new Set(Object.values<string | null>({ ...keys }).filter((name) => name !== null));
}
