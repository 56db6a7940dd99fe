import { Describes, Field, schema } from '#contracts';
import { PageDto } from '../../requests/dto/link.dto';
import { SUPPORT_STATUSES } from '../support-statuses';
import type { SupportStatusName } from '../support-statuses';

@Describes('How well something is supported, and since when.')
export class SupportStatusDto {
  @Field(schema.words(SUPPORT_STATUSES))
  status!: SupportStatusName;

  @Field(schema.orNull(schema.text('The release since which it holds.')))
  version!: string | null;

  @Field(schema.orNull(schema.text('What to use instead, or why.')))
  message!: string | null;

  @Field(schema.orNull(schema.one(() => SupportStatusDto, 'What held before.')))
  previous_status!: SupportStatusDto | null;
}

@Describes('A resource type.')
export class ResourceTypeDto {
  @Field(schema.text('Its name in templates.'))
  resource_type!: string;

  @Field(schema.text('What it makes.'))
  description!: string;

  @Field(schema.one(() => SupportStatusDto))
  support_status!: SupportStatusDto;

  @Field(schema.list(schema.text(), 'Releases from which on a support status holds or held, the newest first.'))
  versions!: readonly string[];

  @Field(schema.flag('Whether anything makes it; if not, templates that name it are only checked.'))
  available!: boolean;
}

@Describes('A page of resource types, by name.')
export class ResourceTypeListDto extends PageDto {
  @Field(schema.list(schema.one(() => ResourceTypeDto)))
  resource_types!: readonly ResourceTypeDto[];
}
