import { Describes, Field, schema } from '#contracts';

@Describes('Where something related is.')
export class LinkDto {
  @Field(schema.text('What is there: `self`, `next` for the page after this one, or the name of a part.'))
  rel!: string;

  @Field(schema.text('The URL.', { format: 'uri-reference' }))
  href!: string;
}

/** What every page of a list ends with. */
export class PageDto {
  @Field(
    schema.list(
      schema.one(() => LinkDto),
      'The link `next`, where there are more entries.',
    ),
  )
  links!: readonly LinkDto[];
}
