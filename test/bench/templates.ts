type Template = Record<string, unknown>;

function hot(resources: Record<string, unknown>): Template {
  return { heat_template_version: '2021-04-16', resources };
}

function named(count: number, resource: (index: number) => unknown): Template {
  return hot(Object.fromEntries(Array.from({ length: count }, (_, index) => [`r${index}`, resource(index)])));
}

/** Resources that need nothing of each other. */
export function independent(count: number): Template {
  return named(count, () => ({ type: 'OS::Heat::None' }));
}

/** Values, each its own number but for those that are given. */
export function values(count: number, others: Readonly<Record<string, number>> = {}): Template {
  return named(count, (index) => ({
    type: 'OS::Heat::Value',
    properties: { value: others[`r${index}`] ?? -index },
  }));
}

/** Random texts of so many characters. */
export function words(count: number, length: number): Template {
  return named(count, () => ({ type: 'OS::Heat::RandomString', properties: { length } }));
}

/** Each resource needs the one before it. */
export function chain(length: number): Template {
  return named(length, (index) => ({
    type: 'OS::Heat::None',
    ...(index === 0 ? {} : { depends_on: `r${index - 1}` }),
  }));
}

/** Layers in which each resource needs three of the layer before. */
export function layers(count: number, width: number): Template {
  return named(count * width, (index) => {
    const [layer, place] = [Math.floor(index / width), index % width];
    const needed = [0, 1, 2].map((step) => `r${(layer - 1) * width + ((place + step) % width)}`);
    return { type: 'OS::Heat::None', ...(layer === 0 ? {} : { depends_on: needed }) };
  });
}

/** Servers of the stand-in cloud, each made by a call that takes a while. */
export function cloudServers(count: number, endpoint: string, delayMs: number): Template {
  return named(count, () => ({ type: 'Test::Cloud::Server', properties: { endpoint, delay_ms: delayMs } }));
}

/** The text of a template of which each resource refers to three before it, the first few to fewer. */
export function threeReferences(count: number): string {
  const resource = (index: number): string => {
    const before = [1, 8, 40].map((step) => (index < step ? `r${index}` : `{ get_attr: [r${index - step}, value] }`));
    return `  r${index}:
    type: OS::Heat::Value
    properties:
      value:
        str_replace:
          template: $one, $two and $three
          params:
${['$one', '$two', '$three'].map((key, place) => `            ${key}: ${before[place]}`).join('\n')}
`;
  };
  return `heat_template_version: 2021-04-16
description: Many resources
resources:
${Array.from({ length: count }, (_, index) => resource(index)).join('')}`;
}
