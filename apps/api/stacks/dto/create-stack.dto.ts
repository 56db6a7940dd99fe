import { ArrayMaxSize, IsBoolean, IsInt, IsObject, IsOptional, Matches, Max, Min } from 'class-validator';
import { Describes, fieldNames } from '#contracts';
import type { JsonObject } from '#contracts';
import { DefinitionDto } from '../../checking/dto/definition.dto';
import { namesOf } from '../../requests/check-dto';
import { IsTexts } from '../../requests/document-members';
import { StackDto } from './stack.dto';

const NAME = /^[A-Za-z][A-Za-z0-9_.-]{0,254}$/;
// As in Heat: a comma separates tags in a query.
export const TAG = /^[^,]{1,80}$/;
export const MOST_TAGS = 100;
export const MOST_MINUTES = 2_147_483_647;

/** Body of `POST /v2/stacks`. */
@Describes('A stack to be made.')
export class CreateStackDto extends DefinitionDto {
  @Describes('A name that no other living stack of the project has.')
  @Matches(NAME, {
    message: 'stack_name must begin with a letter and hold up to 255 letters, digits, "_", "-" and "."',
  })
  stack_name!: string;

  @Describes('Minutes that an operation may take; 60, unless it is given.')
  @IsOptional()
  @IsInt({ message: 'timeout_mins must be a whole number of minutes' })
  @Min(1, { message: 'timeout_mins must be 1 at least' })
  @Max(MOST_MINUTES, { message: `timeout_mins must be ${MOST_MINUTES} at most` })
  timeout_mins?: number | null;

  @Describes('Whether what was made stays where the create fails; true, unless it is given.')
  @IsOptional()
  @IsBoolean({ message: 'disable_rollback must be true or false' })
  disable_rollback?: boolean | null;

  @Describes('Words to find it by.')
  @IsOptional()
  @ArrayMaxSize(MOST_TAGS, { message: `tags must be ${MOST_TAGS} at most` })
  @IsTexts(TAG, 'of 1 to 80 characters without comma')
  tags?: string[] | null;

  @Describes('What an abandoned stack gave: its resources are adopted instead of made.')
  @IsOptional()
  @IsObject({ message: 'adopt_stack_data must be an object, as an abandoned stack gave it' })
  adopt_stack_data?: JsonObject | null;
}

/** What only answers have: ignored where a whole answer is sent back. */
export const ANSWER_ONLY: readonly string[] = fieldNames(StackDto).filter(
  (name) => !namesOf(CreateStackDto).includes(name),
);
