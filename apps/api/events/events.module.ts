import { Module } from '@nestjs/common';
import { StacksModule } from '../stacks/stacks.module';
import { EventsController } from './events.controller';
import { OpenStreams } from './open-streams';

@Module({ imports: [StacksModule], controllers: [EventsController], providers: [OpenStreams] })
export class EventsModule {}
