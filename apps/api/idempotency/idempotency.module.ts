import { Module } from '@nestjs/common';
import { IdempotencyStore } from './idempotency-store';
import { IdempotentRequests } from './idempotent-requests';
import { KeySweeper } from './key-sweeper';

@Module({ providers: [IdempotencyStore, IdempotentRequests, KeySweeper], exports: [IdempotentRequests] })
export class IdempotencyModule {}
