import { Describes, Field, schema } from '#contracts';
import type { JsonObject } from '#contracts';

@Describes('The metadata of a resource.')
export class MetadataAnswerDto {
  @Field(schema.object())
  metadata!: JsonObject;
}
