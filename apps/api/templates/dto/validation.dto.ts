import { Describes, Diagnostic, Field, OptionalField, schema } from '#contracts';
import type { ExactJson, ExactObject } from '#template';
import { ConstraintDto } from '../../resource-types/dto/constraint.dto';

@Describes('A parameter of the template.')
export class ParameterDto {
  @Field(schema.text('Its type.'))
  type!: string;

  @Field(schema.text('What forms call it.'))
  label!: string;

  @Field(schema.text('What the template says of it.'))
  description!: string;

  @Field(schema.flag('Whether its value is never shown.'))
  hidden!: boolean;

  @Field(schema.flag('Whether it can never change.'))
  immutable!: boolean;

  @Field(schema.list(schema.text(), 'Words that the template gives it.'))
  tags!: readonly string[];

  @Field(schema.list(schema.one(() => ConstraintDto)))
  constraints!: readonly ConstraintDto[];

  @OptionalField(schema.anything('What it is where nobody gives it; `******` where it is hidden.'))
  default?: ExactJson;

  @OptionalField(schema.anything('What it is here; `******` where it is hidden.'))
  value?: ExactJson;
}

@Describes('Parameters that belong together in a form.')
export class ParameterGroupDto {
  @Field(schema.text())
  label!: string;

  @Field(schema.text())
  description!: string;

  @Field(schema.list(schema.text(), 'Names of parameters.'))
  parameters!: readonly string[];
}

@Describes('A resource of the template.')
export class TemplateResourceDto {
  @Field(schema.text('Its type.'))
  type!: string;

  @Field(schema.text('What the template says of it.'))
  description!: string;

  @Field(schema.list(schema.text(), 'Resources that are made before it.'))
  requires!: readonly string[];

  @Field(schema.text('What becomes of it when it is deleted.'))
  deletion_policy!: string;
}

@Describes('An output of the template.')
export class TemplateOutputDto {
  @Field(schema.text())
  description!: string;
}

@Describes('What a template is that is right.')
export class ValidationDto {
  @Field(schema.text('What the template says of itself.'))
  description!: string;

  @Field(schema.mapOf(schema.one(() => ParameterDto)))
  parameters!: Record<string, ParameterDto>;

  @Field(schema.list(schema.one(() => ParameterGroupDto)))
  parameter_groups!: readonly ParameterGroupDto[];

  @Field(schema.object('The environment as it counts, hidden values masked.'))
  environment!: ExactObject;

  @Field(schema.mapOf(schema.one(() => TemplateResourceDto)))
  resources!: Record<string, TemplateResourceDto>;

  @Field(schema.mapOf(schema.flag(), 'Each condition, and whether it holds.'))
  conditions!: Record<string, boolean>;

  @Field(schema.mapOf(schema.one(() => TemplateOutputDto)))
  outputs!: Record<string, TemplateOutputDto>;

  @Field(
    schema.list(
      schema.one(() => Diagnostic),
      'What is right and may still not be wanted.',
    ),
  )
  warnings!: readonly Diagnostic[];
}
