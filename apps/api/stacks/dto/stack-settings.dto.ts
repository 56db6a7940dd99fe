import { ArrayMaxSize, IsBoolean, IsInt, IsOptional, Max, Min } from 'class-validator';
import { Describes } from '#contracts';
import { DefinitionDto } from '../../checking/dto/definition.dto';
import { IsTexts } from '../../requests/document-members';

// As in Heat: a comma separates tags in a query.
const TAG = /^[^,]{1,80}$/;
const MOST_TAGS = 100;
const MOST_MINUTES = 2_147_483_647;

/** What makes a stack, and how it is handled: a part of the bodies that create and update stacks. */
export class StackSettingsDto extends DefinitionDto {
  @Describes('Minutes that an operation may take; 60, unless it was given.')
  @IsOptional()
  @IsInt({ message: 'timeout_mins must be a whole number of minutes' })
  @Min(1, { message: 'timeout_mins must be 1 at least' })
  @Max(MOST_MINUTES, { message: `timeout_mins must be ${MOST_MINUTES} at most` })
  timeout_mins?: number | null;

  @Describes('Whether what was made or changed stays where that fails; true, unless it was given.')
  @IsOptional()
  @IsBoolean({ message: 'disable_rollback must be true or false' })
  disable_rollback?: boolean | null;

  @Describes('Words to find it by.')
  @IsOptional()
  @ArrayMaxSize(MOST_TAGS, { message: `tags must be ${MOST_TAGS} at most` })
  @IsTexts(TAG, 'of 1 to 80 characters without comma')
  tags?: string[] | null;
}
