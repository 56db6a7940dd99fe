import type { Bounds, Constraint, PropertySchema, ResourceSchema } from '#template';

const HEADER = `# Resource types

What templates may name. This page is made from the types themselves: after a change of theirs,
\`npm run build && node dist/libs/resources/documentation/main.js\` writes it anew.

A property of which it says “in place” may be changed by an update without replacing the resource.

Heat’s other types are known too, so that templates which use them are checked and their graph is drawn, but nothing makes
them yet: a stack with one is refused, unless its environment maps the type to \`OS::Heat::None\`.
\`GET /v2/resource_types?available=false\` lists them.
`;

/** The page of docs that lists resource types, in Markdown; in the order given. */
export function resourceTypesPage(schemas: readonly ResourceSchema[]): string {
  return [HEADER, ...schemas.map(section)].join('\n');
}

function section(schema: ResourceSchema): string {
  const { status, version } = schema.supportStatus;
  const since = version === undefined ? '' : `, since ${version}`;
  return [
    `## ${schema.type}\n`,
    `${schema.description} (${status.toLowerCase()}${since})\n`,
    propertiesOf(schema),
    attributesOf(schema),
  ].join('\n');
}

function propertiesOf(schema: ResourceSchema): string {
  if (schema.anyProperties === true) return 'Properties: any.\n';
  return list(
    'Properties',
    Object.entries(schema.properties).flatMap(([name, property]) => linesOf(name, property)),
  );
}

function attributesOf(schema: ResourceSchema): string {
  if (schema.anyAttributes === true) return 'Attributes: any.\n';
  const lines = Object.entries(schema.attributes).map(
    ([name, { type, description = '' }]) => `- \`${name}\` (${type}): ${description}`,
  );
  return list('Attributes', lines);
}

function list(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? `${title}: none.\n` : `${title}:\n\n${lines.join('\n')}\n`;
}

/** A line for the property, and below it one for each of its parts. */
function linesOf(name: string, property: PropertySchema, indent = ''): string[] {
  const parts = Object.entries(property.entries ?? property.items?.entries ?? {});
  return [
    `${indent}- \`${name}\` (${[property.type, ...defaultOf(property)].join(', ')}): ${meaningOf(property)}`,
    ...parts.flatMap(([key, part]) => linesOf(key, part, `${indent}  `)),
  ];
}

function defaultOf(property: PropertySchema): string[] {
  if (property.required === true) return ['required'];
  return property.default === undefined ? [] : [`default \`${JSON.stringify(property.default)}\``];
}

function meaningOf(property: PropertySchema): string {
  const inPlace = property.updateAllowed === true ? ['In place.'] : [];
  return [property.description ?? '', ...(property.constraints ?? []).map(ruleOf), ...inPlace].join(' ').trim();
}

function ruleOf(constraint: Constraint): string {
  if ('allowed_values' in constraint) {
    return `One of ${constraint.allowed_values.map((value) => `\`${JSON.stringify(value)}\``).join(', ')}.`;
  }
  if ('range' in constraint) return boundsOf('From', constraint.range);
  if ('length' in constraint) return boundsOf('Length from', constraint.length);
  if ('allowed_pattern' in constraint) return `Matches \`${constraint.allowed_pattern}\`.`;
  if ('modulo' in constraint)
    return `${String(constraint.modulo.offset)} and whole steps of ${String(constraint.modulo.step)} from there.`;
  return `Is a \`${constraint.custom_constraint}\`.`;
}

function boundsOf(word: string, { min, max }: Bounds): string {
  return `${word} ${String(min ?? 'any')}${max === undefined ? ' up' : ` to ${String(max)}`}.`;
}
