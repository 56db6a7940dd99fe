import { EVENT_CONTRACTS } from '../events/events.contract';
import { OPERATION_CONTRACTS } from '../operations/operations.contract';
import { PREVIEW_CONTRACTS } from '../previews/previews.contract';
import { QUOTA_CONTRACTS } from '../quotas/quotas.contract';
import { RESOURCE_TYPE_CONTRACTS } from '../resource-types/resource-types.contract';
import { GRAPH_CONTRACTS } from '../resources/graph/graph.contract';
import { RESOURCE_CONTRACTS } from '../resources/resources.contract';
import { SERVICE_CONTRACTS } from '../service/service.contract';
import { SERVICES_CONTRACTS } from '../services/services.contract';
import { SIGNAL_CONTRACTS } from '../signals/signals.contract';
import { STACK_PART_CONTRACTS } from '../stacks/stack-parts.contract';
import { STACK_CONTRACTS } from '../stacks/stacks.contract';
import { TEMPLATE_CONTRACTS } from '../templates/templates.contract';
import { DESCRIPTION_CONTRACTS } from '../descriptions/descriptions.contract';
import { ACTION_CONTRACTS } from '../actions/actions.contract';
import { LATER_STACK_PART_CONTRACTS } from './later/stack-parts.contracts';
import { SUBSCRIPTION_CONTRACTS } from './later/subscriptions.contracts';
import type { RouteContracts } from './route-contract';

/** Every route's contract. Those in `later` are of routes that answer 501 for now, in their final form. */
export const CONTRACTS: RouteContracts = {
  ...STACK_CONTRACTS,
  ...STACK_PART_CONTRACTS,
  ...OPERATION_CONTRACTS,
  ...RESOURCE_CONTRACTS,
  ...GRAPH_CONTRACTS,
  ...SIGNAL_CONTRACTS,
  ...EVENT_CONTRACTS,
  ...TEMPLATE_CONTRACTS,
  ...RESOURCE_TYPE_CONTRACTS,
  ...SERVICE_CONTRACTS,
  ...DESCRIPTION_CONTRACTS,
  ...PREVIEW_CONTRACTS,
  ...ACTION_CONTRACTS,
  ...LATER_STACK_PART_CONTRACTS,
  ...SUBSCRIPTION_CONTRACTS,
  ...QUOTA_CONTRACTS,
  ...SERVICES_CONTRACTS,
};
