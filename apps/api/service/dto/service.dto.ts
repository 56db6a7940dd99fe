import { Describes, Field, schema } from '#contracts';
import { LinkDto } from '../../requests/dto/link.dto';

@Describes('A version of the API.')
export class VersionDto {
  @Field(schema.fixed('v2.0'))
  id!: 'v2.0';

  @Field(schema.fixed('CURRENT'))
  status!: 'CURRENT';

  @Field(schema.list(schema.one(() => LinkDto)))
  links!: readonly LinkDto[];
}

@Describes('The version that was asked for.')
export class VersionAnswerDto {
  @Field(schema.one(() => VersionDto))
  version!: VersionDto;
}

@Describes('The versions that there are.')
export class VersionListDto {
  @Field(schema.list(schema.one(() => VersionDto)))
  versions!: readonly VersionDto[];
}

@Describes('The process runs.')
export class AliveDto {
  @Field(schema.fixed('alive'))
  status!: 'alive';
}

@Describes('The process and the servers that it needs are there.')
export class ReadyDto {
  @Field(schema.fixed('ready'))
  status!: 'ready';

  @Field(schema.mapOf(schema.text(), 'Each server, and `ok`.'))
  checks!: Record<string, string>;
}
