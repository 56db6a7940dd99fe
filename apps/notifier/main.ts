import 'reflect-metadata';
import { processEnvironment } from '#configuration';
import { createLogger, runProcess } from '#process';
import type { Stop } from '#process';
import { loadConfig } from './config';
import { startNotifier } from './notifier';

async function start(): Promise<Stop> {
  const environment = processEnvironment();
  const config = loadConfig(environment);
  const log = createLogger('notifier', config.logLevel);
  log.info({ config: environment.masked() }, 'starting');
  const notifier = await startNotifier(config, log);
  log.info({ admin_port: notifier.adminPort }, 'ready');
  return async () => {
    await notifier.stop();
    log.info({}, 'stopped');
  };
}

runProcess(start);
