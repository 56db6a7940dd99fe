import { IsObject, IsOptional } from 'class-validator';
import type { ExactObject } from '#template';
import { IsDocument, IsTexts } from '../../requests/document-members';

/** What makes a stack: the body of `POST /v2/validate_template`, and a part of other bodies. */
export class DefinitionDto {
  @IsDocument()
  template!: ExactObject | string;

  @IsOptional()
  @IsDocument()
  environment?: ExactObject | string | null;

  @IsOptional()
  @IsTexts()
  environment_files?: string[] | null;

  @IsOptional()
  @IsObject({ message: 'files must be an object: name to text or JSON' })
  files?: ExactObject | null;

  @IsOptional()
  @IsObject({ message: 'parameters must be an object: name to value' })
  parameters?: ExactObject | null;
}
