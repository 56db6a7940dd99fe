import { IsObject, IsOptional } from 'class-validator';
import type { JsonObject } from '#contracts';
import { IsDocument, IsTexts } from '../../requests/document-members';

/** What makes a stack: the body of `POST /v2/validate_template`, and a part of other bodies. */
export class DefinitionDto {
  @IsDocument()
  template!: JsonObject | string;

  @IsOptional()
  @IsDocument()
  environment?: JsonObject | string | null;

  @IsOptional()
  @IsTexts()
  environment_files?: string[] | null;

  @IsOptional()
  @IsObject({ message: 'files must be an object: name to text or JSON' })
  files?: JsonObject | null;

  @IsOptional()
  @IsObject({ message: 'parameters must be an object: name to value' })
  parameters?: JsonObject | null;
}
