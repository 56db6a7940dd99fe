import { Module } from '@nestjs/common';
import { RetainedLogModule } from '../retained-log/retained-log.module';
import { DrainFactory } from './drain-factory';
import { Draining } from './draining';
import { Nudges } from './nudges';
import { OutboxStore } from './outbox-store';

@Module({
  imports: [RetainedLogModule],
  providers: [DrainFactory, Draining, Nudges, OutboxStore],
  exports: [Draining],
})
export class OutboxModule {}
