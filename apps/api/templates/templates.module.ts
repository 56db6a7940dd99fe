import { Module } from '@nestjs/common';
import { IdempotencyModule } from '../idempotency/idempotency.module';
import { TemplateVersionsController } from './template-versions.controller';
import { TemplatesController } from './templates.controller';

@Module({ imports: [IdempotencyModule], controllers: [TemplatesController, TemplateVersionsController] })
export class TemplatesModule {}
