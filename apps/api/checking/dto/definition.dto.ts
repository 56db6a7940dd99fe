import { IsObject, IsOptional } from 'class-validator';
import { Describes } from '#contracts';
import type { ExactObject } from '#template';
import { IsDocument, IsTexts } from '../../requests/document-members';

/** What makes a stack: the body of `POST /v2/validate_template`, and a part of other bodies. */
@Describes('What makes a stack.')
export class DefinitionDto {
  @Describes('The template: an object, or a text of JSON or YAML. 8 MiB at most.')
  @IsDocument()
  template!: ExactObject | string;

  @Describes('The environment: an object, or a text of JSON or YAML.')
  @IsOptional()
  @IsDocument()
  environment?: ExactObject | string | null;

  @Describes('Environments among the files, in the order in which they are merged.')
  @IsOptional()
  @IsTexts()
  environment_files?: string[] | null;

  @Describes('Files that the template names: a text, or JSON, by name.')
  @IsOptional()
  @IsObject({ message: 'files must be an object: name to text or JSON' })
  files?: ExactObject | null;

  @Describes('Values of parameters by name.')
  @IsOptional()
  @IsObject({ message: 'parameters must be an object: name to value' })
  parameters?: ExactObject | null;
}
