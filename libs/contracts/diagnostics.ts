import { Describes, Field, OptionalField } from './schema/fields';
import { integer, text } from './schema/schema';

/**
 * One thing that the user did wrong, told so that it can be mended.
 *
 * `path` is a JSON pointer (RFC 6901) into the request, into the template where that is at fault
 * (`/template/resources/server/properties/flavor`). `line` and `column` count from 1 and are there
 * only where the template came as text.
 */
@Describes('One thing that is wrong with a request, and what to change.')
export class Diagnostic {
  @Field(
    text('JSON pointer (RFC 6901) into the request; into the template where that is at fault.', {
      examples: ['/template/resources/server/properties/flavor'],
    }),
  )
  path!: string;

  @Field(text('What is wrong and what to change.'))
  detail!: string;

  @OptionalField(integer('Line in a template that came as text, from 1 on.', { minimum: 1 }))
  line?: number;

  @OptionalField(integer('Column in that line, from 1 on.', { minimum: 1 }))
  column?: number;
}
