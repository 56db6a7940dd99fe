import { sampleTemplate } from '#template';
import type { ExactJson, ExactObject, TemplateForm } from '#template';
import type { Answer } from './comparison';
import { typesWith } from './types';
import type { Vector } from './vectors';

interface SampleVector extends Vector {
  readonly resource_type: string;
  readonly template_type: TemplateForm;
}

const TYPES = typesWith();

/** The template that is made from a type, with the descriptions of parameters and outputs taken out. */
export function answerSample(vector: Vector): Answer {
  const { resource_type, template_type } = vector as SampleVector;
  const schema = TYPES.find(resource_type);
  if (schema === undefined) return { error: `there is no type ${resource_type}` };
  const template = sampleTemplate(schema, template_type);
  return {
    value: Object.fromEntries(Object.entries(template).map(([name, part]) => [name, withoutWords(name, part)])),
  };
}

function withoutWords(section: string, part: ExactJson): ExactJson {
  if (!/^(?:parameters|outputs)$/i.test(section)) return part;
  const entries = Object.entries(part as Record<string, ExactObject>);
  return Object.fromEntries(
    entries.map(([name, { description: _, Description: __, ...rest }]) => [name, rest] as const),
  );
}
