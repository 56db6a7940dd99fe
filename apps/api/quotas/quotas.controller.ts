import { Controller, Get, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../auth/caller';
import { Allow } from '../edge/access';
import { CurrentCaller } from '../edge/caller.decorator';
import { Settings } from '../platform/settings';
import { refuseQuery } from '../requests/read-query';
import { QuotaStore } from './quota-store';

/** What a project may have. */
interface ShownQuota {
  limit: number;
  /** `null` where the quota bounds each stack or template by itself. */
  used: number | null;
}

@Controller('v2/quotas')
export class QuotasController {
  constructor(
    private readonly store: QuotaStore,
    private readonly settings: Settings,
  ) {}

  @Get()
  @Allow('reader')
  async show(@Req() request: FastifyRequest, @CurrentCaller() caller: Caller): Promise<object> {
    refuseQuery(request.query);
    const { stacks, resources, nestedDepth, templateBytes, subscriptions } = this.settings.quotas;
    const quotas: Record<string, ShownQuota> = {
      stacks: { limit: stacks, used: await this.store.countStacks(caller.project) },
      resources: { limit: resources, used: null },
      nested_depth: { limit: nestedDepth, used: null },
      template_bytes: { limit: templateBytes, used: null },
      // Nobody can make one yet.
      subscriptions: { limit: subscriptions, used: 0 },
    };
    return { quotas };
  }
}
