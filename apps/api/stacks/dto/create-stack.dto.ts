import { IsObject, IsOptional, Matches } from 'class-validator';
import { Describes, fieldNames } from '#contracts';
import type { JsonObject } from '#contracts';
import { namesOf } from '../../requests/check-dto';
import { StackSettingsDto } from './stack-settings.dto';
import { StackDto } from './stack.dto';

const NAME = /^[A-Za-z][A-Za-z0-9_.-]{0,254}$/;

/** Body of `POST /v2/stacks`. */
@Describes('A stack to be made.')
export class CreateStackDto extends StackSettingsDto {
  @Describes('A name that no other living stack of the project has.')
  @Matches(NAME, {
    message: 'stack_name must begin with a letter and hold up to 255 letters, digits, "_", "-" and "."',
  })
  stack_name!: string;

  @Describes('What an abandoned stack gave: its resources are adopted instead of made.')
  @IsOptional()
  @IsObject({ message: 'adopt_stack_data must be an object, as an abandoned stack gave it' })
  adopt_stack_data?: JsonObject | null;
}

/** What only answers have: ignored where a whole answer is sent back. */
export const ANSWER_ONLY: readonly string[] = fieldNames(StackDto).filter(
  (name) => !namesOf(CreateStackDto).includes(name),
);
