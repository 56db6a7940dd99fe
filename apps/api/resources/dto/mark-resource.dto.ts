import { IsBoolean, IsOptional, IsString } from 'class-validator';
import { Describes } from '#contracts';

@Describes('A mark on a resource.')
export class MarkResourceDto {
  @Describes('Whether the next update or converge replaces it.')
  @IsBoolean({ message: 'mark_unhealthy must be true or false' })
  mark_unhealthy!: boolean;

  @Describes('Why.')
  @IsOptional()
  @IsString({ message: 'reason must be a text' })
  reason?: string | null;
}
