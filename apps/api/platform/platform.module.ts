import { Module } from '@nestjs/common';
import type { DynamicModule, Provider } from '@nestjs/common';
import { SecretBox } from '#entities';
import { Broker } from '#messaging';
import { TemplateChecker } from '../checking/template-checker';
import { Database } from '../database/database';
import type { Platform } from './platform';
import { Settings } from './settings';
import { EVENT_FEED, EVENT_READER, LOGGER, READINESS_CHECKS, TYPE_CATALOGUE } from './tokens';

/** Makes what the api stands on known to every module. */
@Module({})
export class PlatformModule {
  static of(platform: Platform): DynamicModule {
    const providers: Provider[] = [
      { provide: Settings, useValue: platform.settings },
      { provide: LOGGER, useValue: platform.log },
      { provide: Database, useValue: platform.database },
      { provide: Broker, useValue: platform.broker },
      { provide: SecretBox, useValue: platform.secrets },
      { provide: TYPE_CATALOGUE, useValue: platform.types },
      { provide: TemplateChecker, useValue: platform.checker },
      { provide: EVENT_READER, useValue: platform.eventReader },
      { provide: EVENT_FEED, useValue: platform.eventFeed },
      { provide: READINESS_CHECKS, useValue: platform.readinessChecks },
    ];
    return { module: PlatformModule, global: true, providers, exports: providers };
  }
}
