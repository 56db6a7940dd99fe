import { Module } from '@nestjs/common';
import { OperationAnnouncer } from './operation-announcer';
import { OperationStore } from './operation-store';

/** What every request that starts an operation writes and says. */
@Module({ providers: [OperationStore, OperationAnnouncer], exports: [OperationStore, OperationAnnouncer] })
export class OperationRecordsModule {}
