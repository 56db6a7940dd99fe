import { Describes, Field, OptionalField, schema } from '#contracts';
import type { ExactJson } from '#template';
import { ConstraintDto } from './constraint.dto';
import { SupportStatusDto } from './resource-type.dto';

@Describes('An attribute of a resource type.')
export class AttributeDto {
  @Field(schema.text('What it holds, in lower case.', { examples: ['string'] }))
  type!: string;

  @OptionalField(schema.text('What it tells.'))
  description?: string;

  @OptionalField(schema.one(() => SupportStatusDto))
  support_status?: SupportStatusDto;
}

@Describes('A property of a resource type.')
export class PropertyDto extends AttributeDto {
  @Field(schema.flag('Whether a template must give it.'))
  required!: boolean;

  @OptionalField(schema.anything('What it is where a template does not give it.'))
  default?: ExactJson;

  @Field(schema.flag('Whether it can change without the resource being replaced.'))
  update_allowed!: boolean;

  @Field(schema.flag('Whether it can never change.'))
  immutable!: boolean;

  @OptionalField(schema.list(schema.one(() => ConstraintDto)))
  constraints?: readonly ConstraintDto[];

  @OptionalField(
    schema.mapOf(
      schema.one(() => PropertyDto),
      'The entries of a map; `*` for the items of a list.',
    ),
  )
  schema?: Record<string, PropertyDto>;

  @OptionalField(schema.flag('`false` where the name is only kept free, and giving it is a fault.'))
  implemented?: false;
}

@Describes('All that is known of a resource type: what a template may say of it, and what it tells.')
export class ResourceSchemaDto {
  @Field(schema.text('Its name in templates.'))
  resource_type!: string;

  @Field(schema.text('What it makes.'))
  description!: string;

  @Field(schema.one(() => SupportStatusDto))
  support_status!: SupportStatusDto;

  @Field(schema.flag('Whether anything makes it; if not, templates that name it are only checked.'))
  available!: boolean;

  @Field(schema.mapOf(schema.one(() => PropertyDto)))
  properties!: Record<string, PropertyDto>;

  @Field(schema.mapOf(schema.one(() => AttributeDto)))
  attributes!: Record<string, AttributeDto>;

  @Field(schema.mapOf(schema.one(() => PropertyDto)))
  update_policy!: Record<string, PropertyDto>;
}
