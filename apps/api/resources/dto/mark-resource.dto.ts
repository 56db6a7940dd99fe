import { IsBoolean, IsOptional, IsString, MaxLength } from 'class-validator';
import { Describes } from '#contracts';

const MOST_CHARACTERS = 1_000;

@Describes('A mark on a resource.')
export class MarkResourceDto {
  @Describes('Whether the next update or converge replaces it.')
  @IsBoolean({ message: 'mark_unhealthy must be true or false' })
  mark_unhealthy!: boolean;

  @Describes('Why.')
  @IsOptional()
  @IsString({ message: 'reason must be a text' })
  @MaxLength(MOST_CHARACTERS, { message: `reason must have ${MOST_CHARACTERS} characters at most` })
  reason?: string | null;
}
