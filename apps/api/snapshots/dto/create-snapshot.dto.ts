import { IsOptional, IsString, MaxLength } from 'class-validator';
import { Describes } from '#contracts';

const MOST_CHARACTERS = 255;

@Describes('A snapshot to be made.')
export class CreateSnapshotDto {
  @Describes('What to call it.')
  @IsOptional()
  @IsString({ message: 'name must be a text' })
  @MaxLength(MOST_CHARACTERS, { message: `name must have ${MOST_CHARACTERS} characters at most` })
  name?: string | null;
}
