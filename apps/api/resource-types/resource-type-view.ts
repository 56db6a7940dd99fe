import type { ResourceSchema, SupportStatus } from '#template';
import { ResourceTypeDto, SupportStatusDto } from './dto/resource-type.dto';

/** A resource type as the list shows it. */
export function resourceTypeView({ type, description, supportStatus, available }: ResourceSchema): ResourceTypeDto {
  return {
    resource_type: type,
    description,
    support_status: statusView(supportStatus),
    versions: versionsOf(supportStatus),
    available: available !== false,
  };
}

export function statusView({ status, version, message, previousStatus }: SupportStatus): SupportStatusDto {
  return {
    status,
    version: version ?? null,
    message: message ?? null,
    previous_status: previousStatus ? statusView(previousStatus) : null,
  };
}

function versionsOf({ version, previousStatus }: SupportStatus): string[] {
  const own = version === undefined ? [] : [version];
  return previousStatus ? [...own, ...versionsOf(previousStatus)] : own;
}
