import { IsBoolean, IsOptional, IsString } from 'class-validator';
import { Describes } from '#contracts';
import type { ExactObject } from '#template';
import { IsDocument, IsTexts } from '../../requests/document-members';
import { StackSettingsDto } from './stack-settings.dto';

/** Body of `PUT /v2/stacks/{stack_id}`. */
@Describes('What a stack is to become.')
export class ReplaceStackDto extends StackSettingsDto {
  @Describes('The name that it has: a stack keeps it.')
  @IsOptional()
  @IsString({ message: 'stack_name must be a text' })
  stack_name?: string;

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
