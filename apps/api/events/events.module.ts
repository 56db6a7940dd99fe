import { Module } from '@nestjs/common';
import { StacksModule } from '../stacks/stacks.module';
import { EventStreaming } from './event-streaming';
import { EventsController } from './events.controller';
import { OpenStreams } from './open-streams';
import { ProjectEventsController } from './project-events.controller';
import { StackEvents } from './stack-events';

@Module({
  imports: [StacksModule],
  controllers: [EventsController, ProjectEventsController],
  providers: [OpenStreams, EventStreaming, StackEvents],
})
export class EventsModule {}
