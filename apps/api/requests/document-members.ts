import { ValidateBy } from 'class-validator';
import type { Schema } from '#contracts';
import { sourceOf } from './pattern-source';
import { Shown } from './shown';

function isPlainObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object, or a text that holds one as JSON or YAML; what is inside is the template library's to check. */
export function IsDocument(): PropertyDecorator {
  const shown = new Shown({ type: ['object', 'string'] });
  return ValidateBy({
    name: 'isDocument',
    constraints: [shown],
    validator: {
      validate: (value: unknown) => typeof value === 'string' || isPlainObject(value),
      defaultMessage: (at) =>
        at?.value === undefined
          ? '$property is missing: send it as an object, or as a text of JSON or YAML'
          : '$property must be an object, or a text of JSON or YAML',
    },
  });
}

/** A list of texts, each of a form that `wanted` describes. */
export function IsTexts(form?: RegExp, wanted = ''): PropertyDecorator {
  const isText = (entry: unknown): boolean => typeof entry === 'string' && (form?.test(entry) ?? true);
  const items: Schema = { type: 'string', ...(form ? { pattern: sourceOf(form) } : {}) };
  const shown = new Shown({ type: 'array', items });
  return ValidateBy({
    name: 'isTexts',
    constraints: [shown],
    validator: {
      validate: (value: unknown) => Array.isArray(value) && value.every(isText),
      defaultMessage: () => `$property must be a list of texts ${wanted}`.trimEnd(),
    },
  });
}
