import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { OutboxModule } from './outbox/outbox.module';
import { OwnershipModule } from './ownership/ownership.module';
import { PlatformModule } from './platform/platform.module';
import type { Platform } from './platform/platform.module';

/** Tells the outbox, in order, and keeps what was told readable. */
@Module({})
export class NotifierModule {
  static of(platform: Platform): DynamicModule {
    return { module: NotifierModule, imports: [PlatformModule.of(platform), OutboxModule, OwnershipModule] };
  }
}
