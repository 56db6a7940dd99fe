import { Controller, Get, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Allow } from '../edge/access';
import { refuseQuery } from '../requests/read-query';
import { timeText } from '../requests/time-text';
import { WorkerStore } from './worker-store';
import type { WorkerRow } from './worker-store';

/** The processes of Kiln that are alive. */
@Controller('v2/services')
export class ServicesController {
  constructor(private readonly workers: WorkerStore) {}

  @Get()
  @Allow('admin')
  async list(@Req() request: FastifyRequest): Promise<object> {
    refuseQuery(request.query);
    const workers = await this.workers.alive();
    return { services: workers.map(viewOf) };
  }
}

function viewOf({ id, kind, name, holds, started_at: started, heartbeat_at: beat }: WorkerRow): object {
  return { id, kind, name, holds, started_at: timeText(started), heartbeat_at: timeText(beat) };
}
