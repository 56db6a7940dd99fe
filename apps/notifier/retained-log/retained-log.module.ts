import { Module } from '@nestjs/common';
import { EpochStore } from './epoch-store';
import { RetainedLog } from './retained-log';

@Module({ providers: [EpochStore, RetainedLog], exports: [RetainedLog] })
export class RetainedLogModule {}
