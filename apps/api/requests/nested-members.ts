import { ValidateBy } from 'class-validator';
import { schema } from '#contracts';
import { checkDto } from './check-dto';
import type { DtoClass } from './check-dto';
import { Shown } from './shown';

/** An object that is checked by a DTO class of its own. */
export function IsObjectOf(dto: DtoClass<object>): PropertyDecorator {
  return ValidateBy({
    name: 'isObjectOf',
    constraints: [new Shown(schema.one(() => dto))],
    validator: {
      validate: (value: unknown) => faultOf(dto, value) === undefined,
      defaultMessage: (at) => `$property ${faultOf(dto, at?.value) ?? 'is not valid'}`,
    },
  });
}

function faultOf(dto: DtoClass<object>, value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'must be an object';
  const checked = checkDto(dto, value, { member: 'key', path: '' });
  if (checked.ok) return undefined;
  const [fault] = checked.errors;
  return fault && `is wrong at ${fault.path}: ${fault.detail}`;
}
