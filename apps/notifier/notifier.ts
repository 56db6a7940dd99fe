import { NestFactory } from '@nestjs/core';
import { Gauge } from 'prom-client';
import { createDataSource } from '#entities';
import { Broker } from '#messaging';
import { AdminServer, Heartbeat, createMetrics } from '#process';
import type { Logger } from '#process';
import type { NotifierConfig } from './config';
import { NotifierModule } from './notifier.module';
import { Draining } from './outbox/draining';
import { Ownership } from './ownership/ownership.service';

export interface Notifier {
  adminPort: number;
  /** Partitions that it owns at the moment. */
  partitions(): number[];
  stop(): Promise<void>;
}

/** Starts a notifier. It needs the database to start; RabbitMQ may come later. */
export async function startNotifier(config: NotifierConfig, log: Logger): Promise<Notifier> {
  const database = createDataSource({
    url: config.databaseUrl,
    applicationName: 'kiln-notifier',
    poolSize: config.databasePoolSize,
    keyedStatementsOnly: true,
  });
  await database.initialize();
  const broker = new Broker({ url: config.rabbitmqUrl, name: 'kiln-notifier', log });
  const heartbeat: Heartbeat = new Heartbeat(database, {
    kind: 'notifier',
    intervalMs: config.heartbeatMs,
    holds: () => ({ partitions: ownership.partitions }),
    log,
  });
  const metrics = createMetrics();
  const module = NotifierModule.of({ config, log, database, broker, heartbeat, metrics });
  const app = await NestFactory.createApplicationContext(module, { logger: false });
  const ownership = app.get(Ownership, { strict: false });
  const draining = app.get(Draining, { strict: false });
  new Gauge({
    name: 'kiln_notifier_partitions',
    help: 'partitions that this process owns',
    registers: [metrics],
    collect() {
      this.set(ownership.partitions.length);
    },
  });
  const checks = {
    postgresql: () => database.query('SELECT 1').then(() => undefined),
    rabbitmq: () => (broker.isConnected ? Promise.resolve() : Promise.reject(new Error('RabbitMQ is not connected'))),
  };
  const admin = await AdminServer.start({ host: config.adminHost, port: config.adminPort, checks, metrics });
  await heartbeat.start();
  ownership.start();
  draining.start();
  return {
    adminPort: admin.port,
    partitions: () => ownership.partitions,
    stop: async () => {
      await draining.stop();
      await ownership.stop();
      await heartbeat.stop();
      await app.close();
      await broker.close();
      await admin.stop();
      await database.destroy();
    },
  };
}
