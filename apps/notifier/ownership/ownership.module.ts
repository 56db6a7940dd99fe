import { Module } from '@nestjs/common';
import { IndexModule } from '../index/index.module';
import { Indexing } from '../index/indexing';
import { Draining } from '../outbox/draining';
import { OutboxModule } from '../outbox/outbox.module';
import { Ownership } from './ownership.service';
import { PARTITION_WORK } from './partition-work';
import type { PartitionWork } from './partition-work';

@Module({
  imports: [IndexModule, OutboxModule],
  providers: [
    Ownership,
    {
      provide: PARTITION_WORK,
      inject: [Draining, Indexing],
      useFactory: (...works: PartitionWork[]): PartitionWork[] => works,
    },
  ],
  exports: [Ownership],
})
export class OwnershipModule {}
