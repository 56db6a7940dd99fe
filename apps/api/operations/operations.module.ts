import { Module } from '@nestjs/common';
import { StacksModule } from '../stacks/stacks.module';
import { OperationsController } from './operations.controller';
import { OperationRecordsModule } from './operation-records.module';

/** Routes of operations. */
@Module({ imports: [StacksModule, OperationRecordsModule], controllers: [OperationsController] })
export class OperationsModule {}
