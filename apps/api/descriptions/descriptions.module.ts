import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import type { Descriptions } from './description';
import { DESCRIPTIONS, DescriptionsController } from './descriptions.controller';

@Module({ controllers: [DescriptionsController] })
export class DescriptionsModule {
  static of(descriptions: Descriptions): DynamicModule {
    return { module: DescriptionsModule, providers: [{ provide: DESCRIPTIONS, useValue: descriptions }] };
  }
}
