import { Module } from '@nestjs/common';
import { StacksModule } from '../stacks/stacks.module';
import { ResourceReading } from './resource-reading';
import { ResourceStore } from './resource-store';
import { ResourcesController } from './resources.controller';

@Module({ imports: [StacksModule], controllers: [ResourcesController], providers: [ResourceStore, ResourceReading] })
export class ResourcesModule {}
