import { BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import type { Listener } from '#messaging';

/** The live streams of this process, which would keep it from stopping. */
@Injectable()
export class OpenStreams implements BeforeApplicationShutdown {
  private readonly listeners = new Set<Listener>();
  private closing = false;

  add(listener: Listener): void {
    this.listeners.add(listener);
    if (this.closing) listener.close();
  }

  remove(listener: Listener): void {
    this.listeners.delete(listener);
  }

  /** Ends them: their clients reconnect elsewhere, with Last-Event-ID. */
  beforeApplicationShutdown(): void {
    this.closing = true;
    this.listeners.forEach((listener) => listener.close());
  }
}
