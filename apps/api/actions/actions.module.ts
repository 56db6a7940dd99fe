import { Module } from '@nestjs/common';
import { IdempotencyModule } from '../idempotency/idempotency.module';
import { OperationRecordsModule } from '../operations/operation-records.module';
import { StacksModule } from '../stacks/stacks.module';
import { ActionsController } from './actions.controller';
import { CancelAction } from './cancel-action';
import { PauseActions } from './pause-actions';
import { SameTemplateActions } from './same-template-actions';
import { RunningOperation } from './running-operation';
import { StackActions } from './stack-actions';

/** What is done with a stack besides making, changing and deleting it. */
@Module({
  imports: [IdempotencyModule, OperationRecordsModule, StacksModule],
  controllers: [ActionsController],
  providers: [StackActions, RunningOperation, PauseActions, CancelAction, SameTemplateActions],
})
export class ActionsModule {}
