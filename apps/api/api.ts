import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Logger } from 'nestjs-pino';
import { ApiModule } from './api.module';
import { setUpDrain } from './edge/draining';
import type { Drain } from './edge/draining';
import { guardEdge } from './edge/edge';
import { createAdapter, takeJsonAsBytes } from './edge/http-server';
import type { KnownRoute } from './edge/known-routes';
import { registerLaterRoutes } from './edge/later-routes';
import type { Platform } from './platform/platform';
import { StackStore } from './stacks/stack-store';

export interface Api {
  app: NestFastifyApplication;
  /** Every route that it has. */
  routes: readonly KnownRoute[];
  drain: Drain;
}

/** Builds the HTTP application on an open platform; it listens when told to. */
export async function createApi(platform: Platform): Promise<Api> {
  const adapter = createAdapter();
  takeJsonAsBytes(adapter);
  const instance = adapter.getInstance();
  platform.openRequests.track(instance);
  const routes = guardEdge(instance, platform);
  const drain = setUpDrain(instance);
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.of(platform), adapter, {
    bodyParser: false,
    bufferLogs: true,
    abortOnError: false,
  });
  app.useLogger(app.get(Logger));
  await app.init();
  // After Nest, whose handler of errors they need.
  const stacks = new StackStore(platform.database);
  registerLaterRoutes(instance, async (project, id) => {
    const located = await stacks.locate(project, id);
    return located !== undefined && !located.deleted;
  });
  return { app, routes: routes.list(), drain };
}
