import { Module } from '@nestjs/common';
import { ServicesController } from './services.controller';
import { WorkerStore } from './worker-store';

@Module({ controllers: [ServicesController], providers: [WorkerStore] })
export class ServicesModule {}
