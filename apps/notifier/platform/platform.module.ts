import { Global, Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import type { Registry } from 'prom-client';
import { DataSource } from 'typeorm';
import { Broker } from '#messaging';
import { Failpoints, Heartbeat } from '#process';
import type { Logger } from '#process';
import type { NotifierConfig } from '../config';
import { CONFIG, LOG, METRICS } from './tokens';

/** What the process is made of before any feature: its connections, its configuration, its voice. */
export interface Platform {
  config: NotifierConfig;
  log: Logger;
  database: DataSource;
  broker: Broker;
  heartbeat: Heartbeat;
  metrics: Registry;
}

@Global()
@Module({})
export class PlatformModule {
  static of(platform: Platform): DynamicModule {
    const providers = [
      { provide: CONFIG, useValue: platform.config },
      { provide: LOG, useValue: platform.log },
      { provide: METRICS, useValue: platform.metrics },
      { provide: DataSource, useValue: platform.database },
      { provide: Broker, useValue: platform.broker },
      { provide: Heartbeat, useValue: platform.heartbeat },
      { provide: Failpoints, useValue: new Failpoints(platform.config.failpoints) },
    ];
    return { module: PlatformModule, providers, exports: providers };
  }
}
