import type { ResourceSchema, SupportStatus } from '#template';

interface SupportStatusView {
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
  available: boolean;
}

/** A resource type as the list shows it. Every type that is known here can also be made. */
export function resourceTypeView({ type, description, supportStatus }: ResourceSchema): ResourceTypeView {
  return {
    resource_type: type,
    description,
    support_status: statusView(supportStatus),
    versions: versionsOf(supportStatus),
    available: true,
  };
}

function statusView({ status, version, message, previousStatus }: SupportStatus): SupportStatusView {
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
