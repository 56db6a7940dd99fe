import type { ResourceSchema, SupportStatus } from '#template';

export interface SupportStatusView {
  status: SupportStatus['status'];
  version: string | null;
  message: string | null;
  previous_status: SupportStatusView | null;
}

export interface ResourceTypeView {
  resource_type: string;
  description: string;
  support_status: SupportStatusView;
  /** Releases from which on a support status holds or held, the newest first. */
  versions: string[];
  /** Whether anything makes it; if not, templates that name it are only checked. */
  available: boolean;
}

/** A resource type as the list shows it. */
export function resourceTypeView({ type, description, supportStatus, available }: ResourceSchema): ResourceTypeView {
  return {
    resource_type: type,
    description,
    support_status: statusView(supportStatus),
    versions: versionsOf(supportStatus),
    available: available !== false,
  };
}

export function statusView({ status, version, message, previousStatus }: SupportStatus): SupportStatusView {
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
