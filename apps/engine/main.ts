import 'reflect-metadata';
import { setTimeout as wait } from 'node:timers/promises';
import { NestFactory } from '@nestjs/core';
import type { MicroserviceOptions } from '@nestjs/microservices';
import { processEnvironment } from '#configuration';
import { createDataSource } from '#entities';
import { Broker } from '#messaging';
import { AdminServer, createLogger, createMetrics, runProcess } from '#process';
import type { Stop } from '#process';
import { loadConfig } from './config';
import { createEngine } from './engine';
import type { Engine } from './engine';
import { EngineModule } from './engine.module';
import { registerEngineMetrics } from './metrics';

const DRAIN_MS = 6_000;

/** Starts an engine: it takes commands and work as soon as both servers are there. */
async function start(): Promise<Stop> {
  const environment = processEnvironment();
  const config = loadConfig(environment);
  const log = createLogger('engine', config.logLevel);
  log.info({ config: environment.masked() }, 'starting');
  const database = createDataSource({
    url: config.databaseUrl,
    applicationName: 'kiln-engine',
    poolSize: config.databasePoolSize,
    keyedStatementsOnly: true,
  });
  await database.initialize();
  const broker = new Broker({ url: config.rabbitmqUrl, name: 'kiln-engine', log });
  const engine = await createEngine({ config, database, broker, log });
  await engine.heartbeat.start();
  const app = await NestFactory.createMicroservice<MicroserviceOptions>(EngineModule.of(engine), {
    strategy: engine.server,
    logger: false,
  });
  await app.listen();
  engine.sweeper.start();
  const metrics = createMetrics();
  registerEngineMetrics(metrics, engine);
  const admin = await AdminServer.start({
    host: config.adminHost,
    port: config.adminPort,
    metrics,
    checks: {
      postgresql: async () => {
        await database.query('SELECT 1');
      },
      rabbitmq: async () => {
        if (!broker.isConnected) throw new Error('RabbitMQ is not connected');
        return Promise.resolve();
      },
    },
  });
  log.info({ admin_port: admin.port }, 'ready');
  return async () => {
    await drain(engine);
    engine.runner.stop();
    await engine.heartbeat.stop({ isBusy: engine.runner.busy > 0 });
    await app.close();
    await broker.close();
    await admin.stop();
    await database.destroy();
    log.info({}, 'stopped');
  };
}

/** Steps that are under way get a while to end; the others' leases end with the heartbeat's row, and others take them. */
async function drain(engine: Engine): Promise<void> {
  await engine.worker.drain();
  await engine.sweeper.stop();
  const until = performance.now() + DRAIN_MS;
  while (engine.runner.busy > 0 && performance.now() < until) await wait(20);
}

runProcess(start);
