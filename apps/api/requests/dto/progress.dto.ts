import { Describes, Field, schema } from '#contracts';

@Describes('How far an operation is, in resources and steps.')
export class ProgressDto {
  @Field(schema.count('All that there is to do.'))
  total!: number;

  @Field(schema.count('What is done.'))
  done!: number;

  @Field(schema.count('What is being done.'))
  running!: number;

  @Field(schema.count('What failed.'))
  failed!: number;
}
