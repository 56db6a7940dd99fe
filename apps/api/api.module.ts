import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { DescriptionsModule } from './descriptions/descriptions.module';
import { FEATURES, descriptions } from './features';
import type { Platform } from './platform/platform';
import { PlatformModule } from './platform/platform.module';
import { requestLogging } from './platform/request-logging';
import { ProblemFilter } from './problems/problem.filter';

@Module({})
export class ApiModule {
  static of(platform: Platform): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        PlatformModule.of(platform),
        requestLogging(platform.log),
        ...FEATURES,
        DescriptionsModule.of(descriptions()),
      ],
      providers: [{ provide: APP_FILTER, useClass: ProblemFilter }],
    };
  }
}
