import { Module } from '@nestjs/common';
import { QuotaStore } from './quota-store';
import { QuotasController } from './quotas.controller';

@Module({ controllers: [QuotasController], providers: [QuotaStore] })
export class QuotasModule {}
