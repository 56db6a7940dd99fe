import { Describes, Field, OptionalField, schema } from '#contracts';
import type { Json } from '#contracts';

@Describes('An output of a stack.')
export class OutputDto {
  @Field(schema.text('Its name in the template.'))
  output_key!: string;

  @Field(schema.anything('Its value; `null` where it could not be made.'))
  output_value!: Json;

  @Field(schema.text('What the template says of it.'))
  description!: string;

  @OptionalField(schema.text('Why it could not be made.'))
  output_error?: string;
}

@Describes('The outputs of a stack.')
export class OutputListDto {
  @Field(schema.list(schema.one(() => OutputDto)))
  outputs!: readonly OutputDto[];
}

@Describes('One output.')
export class OutputAnswerDto {
  @Field(schema.one(() => OutputDto))
  output!: OutputDto;
}
