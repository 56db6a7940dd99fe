import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { EventsModule } from './events/events.module';
import { OperationsModule } from './operations/operations.module';
import type { Platform } from './platform/platform';
import { PlatformModule } from './platform/platform.module';
import { requestLogging } from './platform/request-logging';
import { ProblemFilter } from './problems/problem.filter';
import { QuotasModule } from './quotas/quotas.module';
import { ResourceTypesModule } from './resource-types/resource-types.module';
import { ResourcesModule } from './resources/resources.module';
import { ServiceModule } from './service/service.module';
import { ServicesModule } from './services/services.module';
import { StacksModule } from './stacks/stacks.module';
import { TemplatesModule } from './templates/templates.module';

const FEATURES = [
  StacksModule,
  OperationsModule,
  ResourcesModule,
  EventsModule,
  TemplatesModule,
  ResourceTypesModule,
  ServiceModule,
  QuotasModule,
  ServicesModule,
];

@Module({})
export class ApiModule {
  static of(platform: Platform): DynamicModule {
    return {
      module: ApiModule,
      imports: [PlatformModule.of(platform), requestLogging(platform.log), ...FEATURES],
      providers: [{ provide: APP_FILTER, useClass: ProblemFilter }],
    };
  }
}
