import type { Diagnostic } from '#contracts';
import { exactJsonText, tooDeepNesting, tooManyInTree } from '#template';
import type { ExactJson, TemplateLimits } from '#template';
import type { ProblemFacts } from '../problems/problem';
import type { CreateQuestion } from './template-checker';

/** The quotas that a template can exceed by itself. */
export type TemplateQuotas = Pick<CreateQuestion, 'mostResources' | 'mostNested' | 'mostTemplateBytes'>;

/** What stops a template that is far over its quotas before it costs more than looking at it. */
export function limitsOf({ mostResources, mostNested }: TemplateQuotas): Partial<TemplateLimits> {
  return { treeResources: mostResources, nestedDepth: mostNested };
}

/** Whether the template is larger than it may be, as text or written as JSON. The body that it came in is larger still. */
export function sizeOverQuota(
  template: ExactJson | undefined,
  body: Uint8Array | undefined,
  { mostTemplateBytes: most }: TemplateQuotas,
): ProblemFacts | undefined {
  if (template === undefined || (body?.byteLength ?? 0) <= most) return undefined;
  const bytes = Buffer.byteLength(typeof template === 'string' ? template : exactJsonText(template));
  return bytes > most
    ? overQuota('template_bytes', `a template may have ${most} bytes, this one has ${bytes}`)
    : undefined;
}

export function treeOverQuota(resources: number, { mostResources: most }: TemplateQuotas): ProblemFacts | undefined {
  if (resources <= most) return undefined;
  return overQuota('resources', `a stack may have ${most} resources, this template has ${resources}`);
}

/** Whether what is wrong with a template is that it was stopped at a quota. */
export function faultOverQuota(faults: readonly Diagnostic[], quotas: TemplateQuotas): ProblemFacts | undefined {
  const isThere = (beginning: string): boolean => faults.some(({ detail }) => detail.startsWith(beginning));
  const { mostNested, mostResources } = quotas;
  if (isThere(tooDeepNesting(mostNested)))
    return overQuota('nested_depth', `stacks may stand in each other ${mostNested} deep, these stand deeper`);
  if (isThere(tooManyInTree(mostResources)))
    return overQuota('resources', `a stack may have ${mostResources} resources, with those nested in it this has more`);
  return undefined;
}

function overQuota(name: string, detail: string): ProblemFacts {
  return { code: 'quota-exceeded', detail: `quota "${name}": ${detail}` };
}
