import { Describes, Diagnostic, Field, OptionalField, schema } from '#contracts';
import { PROBLEM_CODES, urnOf } from '../problem';

@Describes('Why a request was not done, as problem details (RFC 9457).')
export class ProblemDto {
  @Field(schema.words(PROBLEM_CODES.map(urnOf), 'The kind of problem.'))
  type!: string;

  @Field(schema.text('The kind of problem in words, always the same for a type.'))
  title!: string;

  @Field(schema.integer('The status of the answer.', { minimum: 400, maximum: 599 }))
  status!: number;

  @Field(schema.text('What is wrong with this request, and what to change.'))
  detail!: string;

  @Field(schema.text('The path of the request.'))
  instance!: string;

  @Field(schema.text('The request, as in the header X-Openstack-Request-Id.', { pattern: '^req-[0-9a-f-]{36}$' }))
  request_id!: string;

  @OptionalField(
    schema.list(
      schema.one(() => Diagnostic),
      'Every fault that was found in the request, up to a thousand.',
    ),
  )
  errors?: readonly Diagnostic[];
}

@Describes('What Kiln needs cannot be reached.')
export class NotReadyDto extends ProblemDto {
  @Field(schema.mapOf(schema.text(), 'Each server, and `ok` or what is wrong with it.'))
  checks!: Record<string, string>;
}
