import { ArrayMaxSize, IsBoolean, IsInt, IsOptional, IsString, Max, Min } from 'class-validator';
import type { ExactObject } from '#template';
import { DefinitionDto } from '../../checking/dto/definition.dto';
import { IsDocument, IsTexts } from '../../requests/document-members';
import { MOST_MINUTES, MOST_TAGS, TAG } from './create-stack.dto';

/** Body of `PUT /v2/stacks/{stack_id}`. */
export class ReplaceStackDto extends DefinitionDto {
  /** As it is: a stack keeps its name. */
  @IsOptional()
  @IsString({ message: 'stack_name must be a text' })
  stack_name?: string;

  @IsOptional()
  @IsInt({ message: 'timeout_mins must be a whole number of minutes' })
  @Min(1, { message: 'timeout_mins must be 1 at least' })
  @Max(MOST_MINUTES, { message: `timeout_mins must be ${MOST_MINUTES} at most` })
  timeout_mins?: number | null;

  @IsOptional()
  @IsBoolean({ message: 'disable_rollback must be true or false' })
  disable_rollback?: boolean | null;

  @IsOptional()
  @ArrayMaxSize(MOST_TAGS, { message: `tags must be ${MOST_TAGS} at most` })
  @IsTexts(TAG, 'of 1 to 80 characters without comma')
  tags?: string[] | null;

  /** Look at the real resources first. */
  @IsOptional()
  @IsBoolean({ message: 'converge must be true or false' })
  converge?: boolean | null;
}

/** Body of `PATCH /v2/stacks/{stack_id}`: what is left out stays. */
export class PatchStackDto extends ReplaceStackDto {
  @IsOptional()
  @IsDocument()
  override template!: ExactObject | string;

  /** Names of parameters that go back to their defaults. */
  @IsOptional()
  @IsTexts()
  clear_parameters?: string[] | null;
}
