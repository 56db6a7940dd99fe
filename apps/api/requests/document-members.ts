import { ValidateBy } from 'class-validator';

function isPlainObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object, or a text that holds one as JSON or YAML; what is inside is the template library's to check. */
export function IsDocument(): PropertyDecorator {
  return ValidateBy({
    name: 'isDocument',
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
  return ValidateBy({
    name: 'isTexts',
    validator: {
      validate: (value: unknown) => Array.isArray(value) && value.every(isText),
      defaultMessage: () => `$property must be a list of texts ${wanted}`.trimEnd(),
    },
  });
}
