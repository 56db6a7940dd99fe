import { Module } from '@nestjs/common';
import { IdempotencyModule } from '../idempotency/idempotency.module';
import { OperationRecordsModule } from '../operations/operation-records.module';
import { StacksModule } from '../stacks/stacks.module';
import { GraphController } from './graph/graph.controller';
import { MetadataController } from './metadata.controller';
import { MetadataStore } from './metadata-store';
import { ResourceMarks } from './resource-marks';
import { ResourceMetadata } from './resource-metadata';
import { ResourceReading } from './resource-reading';
import { ResourceStore } from './resource-store';
import { ResourcesController } from './resources.controller';

@Module({
  imports: [StacksModule, IdempotencyModule, OperationRecordsModule],
  controllers: [ResourcesController, GraphController, MetadataController],
  providers: [ResourceStore, ResourceReading, ResourceMarks, MetadataStore, ResourceMetadata],
})
export class ResourcesModule {}
