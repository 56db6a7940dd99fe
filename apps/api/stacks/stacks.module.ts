import { Module } from '@nestjs/common';
import { IdempotencyModule } from '../idempotency/idempotency.module';
import { OperationRecordsModule } from '../operations/operation-records.module';
import { DefinitionStore } from './definition-store';
import { StackCreation } from './stack-creation';
import { StackDeletion } from './stack-deletion';
import { StackListStore } from './stack-list-store';
import { StackListing } from './stack-listing';
import { StackOperations } from './stack-operations';
import { StackOutputs } from './stack-outputs';
import { StackParts } from './stack-parts';
import { StackPartsController } from './stack-parts.controller';
import { StackReading } from './stack-reading';
import { StackStore } from './stack-store';
import { StackUpdate } from './stack-update';
import { StackUpdateController } from './stack-update.controller';
import { StacksController } from './stacks.controller';

@Module({
  imports: [IdempotencyModule, OperationRecordsModule],
  controllers: [StacksController, StackPartsController, StackUpdateController],
  providers: [
    DefinitionStore,
    StackStore,
    StackListStore,
    StackOperations,
    StackOutputs,
    StackCreation,
    StackUpdate,
    StackDeletion,
    StackListing,
    StackReading,
    StackParts,
  ],
  exports: [StackReading, StackStore, DefinitionStore, StackOperations],
})
export class StacksModule {}
