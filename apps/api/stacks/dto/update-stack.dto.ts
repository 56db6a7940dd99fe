import { ArrayMaxSize, IsBoolean, IsInt, IsOptional, IsString, Max, Min } from 'class-validator';
import { Describes } from '#contracts';
import type { ExactObject } from '#template';
import { DefinitionDto } from '../../checking/dto/definition.dto';
import { IsDocument, IsTexts } from '../../requests/document-members';
import { MOST_MINUTES, MOST_TAGS, TAG } from './create-stack.dto';

/** Body of `PUT /v2/stacks/{stack_id}`. */
@Describes('What a stack is to become.')
export class ReplaceStackDto extends DefinitionDto {
  @Describes('The name that it has: a stack keeps it.')
  @IsOptional()
  @IsString({ message: 'stack_name must be a text' })
  stack_name?: string;

  @Describes('Minutes that this and later operations may take.')
  @IsOptional()
  @IsInt({ message: 'timeout_mins must be a whole number of minutes' })
  @Min(1, { message: 'timeout_mins must be 1 at least' })
  @Max(MOST_MINUTES, { message: `timeout_mins must be ${MOST_MINUTES} at most` })
  timeout_mins?: number | null;

  @Describes('Whether what a failed update changed stays.')
  @IsOptional()
  @IsBoolean({ message: 'disable_rollback must be true or false' })
  disable_rollback?: boolean | null;

  @Describes('Words to find it by.')
  @IsOptional()
  @ArrayMaxSize(MOST_TAGS, { message: `tags must be ${MOST_TAGS} at most` })
  @IsTexts(TAG, 'of 1 to 80 characters without comma')
  tags?: string[] | null;

  @Describes('Whether the real resources are looked at first.')
  @IsOptional()
  @IsBoolean({ message: 'converge must be true or false' })
  converge?: boolean | null;
}

/** Body of `PATCH /v2/stacks/{stack_id}`: what is left out stays. */
@Describes('What is to change in a stack; what is left out stays.')
export class PatchStackDto extends ReplaceStackDto {
  @Describes('The template, where it changes.')
  @IsOptional()
  @IsDocument()
  override template!: ExactObject | string;

  @Describes('Parameters that go back to their defaults.')
  @IsOptional()
  @IsTexts()
  clear_parameters?: string[] | null;
}
