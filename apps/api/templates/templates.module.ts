import { Module } from '@nestjs/common';
import { IdempotencyModule } from '../idempotency/idempotency.module';
import { TemplatesController } from './templates.controller';

@Module({ imports: [IdempotencyModule], controllers: [TemplatesController] })
export class TemplatesModule {}
