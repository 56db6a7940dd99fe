type Template = Record<string, unknown>;

export interface ServerOptions {
  delayMs?: number;
  fail?: { status?: number; times?: number };
  loseAnswer?: number;
  /** Extra keys of the resource, e.g. `deletion_policy`. */
  rest?: Record<string, unknown>;
}

/** A resource of the stand-in cloud. */
export function server(
  endpoint: string,
  { delayMs = 0, fail, loseAnswer, rest = {} }: ServerOptions = {},
): Record<string, unknown> {
  const properties = {
    endpoint,
    delay_ms: delayMs,
    ...(fail === undefined ? {} : { fail }),
    ...(loseAnswer === undefined ? {} : { lose_answer: loseAnswer }),
  };
  return { type: 'Test::Cloud::Server', properties, ...rest };
}

export function template(resources: Record<string, unknown>, rest: Template = {}): Template {
  return { heat_template_version: '2021-04-16', resources, ...rest };
}

/**
 * Many servers in rows: each needs the one above it, so that a kill at any moment finds some made, some being made
 * and some waiting.
 */
export function serverRows(
  endpoint: string,
  count: number,
  options: ServerOptions & { width?: number } = {},
): Template {
  const { width = 40, ...rest } = options;
  const resources = Array.from({ length: count }, (_, index) => {
    const above = index < width ? {} : { depends_on: `r${index - width}` };
    return [`r${index}`, { ...server(endpoint, rest), ...above }];
  });
  return template(Object.fromEntries(resources) as Record<string, unknown>);
}
