import { Describes, Field, schema } from '#contracts';

@Describes('A version of the template language.')
export class TemplateVersionDto {
  @Field(schema.text('The version.', { examples: ['heat_template_version.2018-08-31'] }))
  version!: string;

  @Field(schema.words(['hot', 'cfn']))
  type!: string;

  @Field(schema.list(schema.text(), 'Other names of it.'))
  aliases!: readonly string[];
}

@Describes('The versions of the template language.')
export class TemplateVersionListDto {
  @Field(schema.list(schema.one(() => TemplateVersionDto)))
  template_versions!: readonly TemplateVersionDto[];
}

@Describes('A function of the template language.')
export class TemplateFunctionDto {
  @Field(schema.text('Its name.'))
  function!: string;

  @Field(schema.text('What it answers.'))
  description!: string;
}

@Describes('The functions of a version of the template language.')
export class TemplateFunctionListDto {
  @Field(schema.list(schema.one(() => TemplateFunctionDto)))
  template_functions!: readonly TemplateFunctionDto[];
}
