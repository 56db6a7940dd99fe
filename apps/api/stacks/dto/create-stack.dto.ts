import { ArrayMaxSize, IsBoolean, IsInt, IsObject, IsOptional, Matches, Max, Min } from 'class-validator';
import type { JsonObject } from '#contracts';
import { DefinitionDto } from '../../checking/dto/definition.dto';
import { IsTexts } from '../../requests/document-members';

const NAME = /^[A-Za-z][A-Za-z0-9_.-]{0,254}$/;
// As in Heat: a comma separates tags in a query.
export const TAG = /^[^,]{1,80}$/;
export const MOST_TAGS = 100;
export const MOST_MINUTES = 2_147_483_647;

/** Body of `POST /v2/stacks`. */
export class CreateStackDto extends DefinitionDto {
  @Matches(NAME, {
    message: 'stack_name must begin with a letter and hold up to 255 letters, digits, "_", "-" and "."',
  })
  stack_name!: string;

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

  @IsOptional()
  @IsObject({ message: 'adopt_stack_data must be an object, as an abandoned stack gave it' })
  adopt_stack_data?: JsonObject | null;
}

/** What only answers have: ignored where a whole answer is sent back. */
export const ANSWER_ONLY: readonly string[] = [
  'id',
  'description',
  'project',
  'action',
  'status',
  'status_reason',
  'created_at',
  'updated_at',
  'deleted_at',
  'outputs',
  'capabilities',
  'notification_topics',
  'parent_id',
  'owner',
  'revision',
  'progress',
  'links',
];
