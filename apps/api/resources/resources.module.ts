import { Module } from '@nestjs/common';
import { StacksModule } from '../stacks/stacks.module';
import { GraphController } from './graph/graph.controller';
import { ResourceReading } from './resource-reading';
import { ResourceStore } from './resource-store';
import { ResourcesController } from './resources.controller';

@Module({
  imports: [StacksModule],
  controllers: [ResourcesController, GraphController],
  providers: [ResourceStore, ResourceReading],
})
export class ResourcesModule {}
