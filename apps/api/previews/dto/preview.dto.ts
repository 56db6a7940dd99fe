import { Describes, Field, OptionalField, schema } from '#contracts';
import type { ExactJson } from '#template';

@Describes('Something in the properties of a resource that will not be as it was, or may not be.')
export class PreviewedPropertyDto {
  @Field(schema.text('JSON pointer into the properties.'))
  path!: string;

  @Field(
    schema.anything('What it is now; `null` where it is not there, `******` where a hidden parameter went into it.'),
  )
  from!: ExactJson;

  @Field(schema.anything('What it becomes, likewise; whatever of it is not known yet is `null`.'))
  to!: ExactJson;

  @Field(schema.flag('Whether what it becomes is known already; if not, it may turn out to be as it was.'))
  known!: boolean;
}

@Describes('What would become of a resource.')
export class PreviewedResourceDto {
  @Field(schema.text('Its name in the template.'))
  resource_name!: string;

  @Field(schema.text('Its type.'))
  resource_type!: string;

  @Field(
    schema.words(
      ['unchanged', 'create', 'update', 'replace', 'delete'],
      'What would be done. Where something is not known yet, what would be done if that changes.',
    ),
  )
  change!: string;

  @Field(schema.list(schema.one(() => PreviewedPropertyDto)))
  properties!: readonly PreviewedPropertyDto[];

  @Field(schema.text('Why.'))
  reason!: string;

  @OptionalField(schema.one(() => PreviewDto, 'The same of the stack that it is made of; of a group, of one member.'))
  nested?: object;
}

@Describes('An output as far as it is known.')
export class PreviewedOutputDto {
  @Field(schema.text('Its name in the template.'))
  output_key!: string;

  @Field(
    schema.anything(
      'Its value; whatever of it is not known yet is `null`, `******` where a hidden parameter went into it.',
    ),
  )
  output_value!: ExactJson;

  @Field(schema.text('What the template says of it.'))
  description!: string;

  @Field(schema.flag('Whether all of it is known.'))
  known!: boolean;
}

@Describes('What a request would do.')
export class PreviewDto {
  @Field(
    schema.list(
      schema.one(() => PreviewedResourceDto),
      'The resources of the template in its order, then those that it does not have any more.',
    ),
  )
  resources!: readonly PreviewedResourceDto[];

  @Field(schema.list(schema.one(() => PreviewedOutputDto)))
  outputs!: readonly PreviewedOutputDto[];
}

@Describes('What a request would do.')
export class PreviewAnswerDto {
  @Field(schema.one(() => PreviewDto))
  preview!: PreviewDto;
}
