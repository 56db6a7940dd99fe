import { Module } from '@nestjs/common';
import { RetainedLogModule } from '../retained-log/retained-log.module';
import { Expiry } from './expiry';
import { IndexStore } from './index-store';
import { IndexTools, Indexing } from './indexing';

@Module({
  imports: [RetainedLogModule],
  providers: [Expiry, IndexStore, IndexTools, Indexing],
  exports: [Indexing],
})
export class IndexModule {}
