import { Module } from '@nestjs/common';
import { IdempotencyModule } from '../idempotency/idempotency.module';
import { OperationRecordsModule } from '../operations/operation-records.module';
import { StackCreation } from './stack-creation';
import { StackDeletion } from './stack-deletion';
import { StackListStore } from './stack-list-store';
import { StackListing } from './stack-listing';
import { StackOutputs } from './stack-outputs';
import { StackReading } from './stack-reading';
import { StackStore } from './stack-store';
import { StacksController } from './stacks.controller';

@Module({
  imports: [IdempotencyModule, OperationRecordsModule],
  controllers: [StacksController],
  providers: [StackStore, StackListStore, StackOutputs, StackCreation, StackDeletion, StackListing, StackReading],
  exports: [StackReading],
})
export class StacksModule {}
