import { Module } from '@nestjs/common';
import { IdempotencyModule } from '../idempotency/idempotency.module';
import { OperationRecordsModule } from '../operations/operation-records.module';
import { StacksModule } from '../stacks/stacks.module';
import { SignalReading } from './signal-reading';
import { SignalStore } from './signal-store';
import { SignalTaking } from './signal-taking';
import { SignalsController } from './signals.controller';

@Module({
  imports: [StacksModule, IdempotencyModule, OperationRecordsModule],
  controllers: [SignalsController],
  providers: [SignalStore, SignalReading, SignalTaking],
})
export class SignalsModule {}
