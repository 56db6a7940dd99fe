import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import type { Engine } from './engine';
import { CommandController } from './planning/command.controller';
import { Planner } from './planning/planner';
import { WorkController } from './work/work.controller';
import { Worker } from './work/worker';

/** Connects the two queues to the engine's parts. */
@Module({})
export class EngineModule {
  static of(engine: Engine): DynamicModule {
    return {
      module: EngineModule,
      controllers: [CommandController, WorkController],
      providers: [
        { provide: Planner, useValue: engine.planner },
        { provide: Worker, useValue: engine.worker },
      ],
    };
  }
}
