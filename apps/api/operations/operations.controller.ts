import { Controller, Get, Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AppError } from '#contracts';
import type { StackId } from '#contracts';
import type { Caller } from '../auth/caller';
import { Allow } from '../edge/access';
import { CurrentCaller } from '../edge/caller.decorator';
import { Settings } from '../platform/settings';
import { Keyset } from '../requests/keyset';
import { linksFor } from '../requests/links';
import { markerOf, placeOfMarker } from '../requests/marker';
import { MOST_PER_PAGE, cutPage } from '../requests/page';
import { PathStackId } from '../requests/path-members';
import { readQuery, refuseQuery } from '../requests/read-query';
import { isUuid } from '../requests/uuid';
import { StackReading } from '../stacks/stack-reading';
import { ListOperationsQuery } from './dto/list-operations.query';
import { OperationAnswerDto, OperationListDto } from './dto/operation.dto';
import { OPERATION_KEY, OPERATION_ORDER, OPERATION_SORTS } from './operation-sorts';
import { OperationStore } from './operation-store';
import { operationView } from './operation-view';

/** Operations of a stack; also of one that is deleted, as long as it is listed. */
@Controller('v2/stacks/:stack_id/operations')
export class OperationsController {
  constructor(
    private readonly stacks: StackReading,
    private readonly operations: OperationStore,
    private readonly settings: Settings,
  ) {}

  @Get()
  @Allow('reader')
  async list(
    @Req() request: FastifyRequest,
    @CurrentCaller() caller: Caller,
    @PathStackId() id: StackId,
  ): Promise<OperationListDto> {
    const { limit = MOST_PER_PAGE, marker, sort = OPERATION_ORDER } = readQuery(ListOperationsQuery, request.query);
    await this.stacks.mustBeListed(caller.project, id);
    const keyset = new Keyset(OPERATION_SORTS, sort, OPERATION_KEY);
    const find = async (operation: string): Promise<string[] | undefined> =>
      isUuid(operation) ? this.operations.placeOf(id, operation, keyset) : undefined;
    const after = await placeOfMarker(marker, { keyset, wanted: 'the id of an operation', find });
    const page = cutPage(await this.operations.list(id, { keyset, after, most: limit + 1 }), limit);
    const links = linksFor(request, this.settings.publicUrl);
    return {
      operations: page.rows.map((row) => operationView(row, links)),
      links: links.next(request.url, page.last && markerOf(page.last.place, keyset)),
    };
  }

  @Get(':operation_id')
  @Allow('reader')
  async show(
    @Req() request: FastifyRequest,
    @CurrentCaller() caller: Caller,
    @PathStackId() id: StackId,
    @Param('operation_id') operationId: string,
  ): Promise<OperationAnswerDto> {
    refuseQuery(request.query);
    await this.stacks.mustBeListed(caller.project, id);
    const row = isUuid(operationId) ? await this.operations.find(id, operationId) : undefined;
    if (!row) throw new AppError('not-found', 'the stack has no operation of this id');
    return { operation: operationView(row, linksFor(request, this.settings.publicUrl)) };
  }
}
