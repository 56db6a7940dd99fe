import { Injectable, OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import { IdempotencyStore } from './idempotency-store';

const EVERY_MS = 60_000;
const KEYS_AT_ONCE = 5_000;

/** Removes keys that are no longer kept. Any number of processes may do it; one that fails is made up for by the next. */
@Injectable()
export class KeySweeper implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly store: IdempotencyStore) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.store.forgetOld(KEYS_AT_ONCE).catch(() => undefined);
    }, EVERY_MS);
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }
}
