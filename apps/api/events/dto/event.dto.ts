import { CloudEvent, Describes, Field, schema } from '#contracts';
import { PageDto } from '../../requests/dto/link.dto';

@Describes('One event.')
export class EventAnswerDto {
  @Field(schema.one(() => CloudEvent))
  event!: CloudEvent;
}

@Describes('A page of events, the oldest first.')
export class EventListDto extends PageDto {
  @Field(schema.list(schema.one(() => CloudEvent)))
  events!: readonly CloudEvent[];

  @Field(
    schema.integer('The sequence number from which on nothing is missing: what was before may be retained no more.', {
      minimum: 1,
    }),
  )
  complete_from!: number;
}
