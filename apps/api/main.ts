import 'reflect-metadata';
import { join } from 'node:path';
import { processEnvironment } from '#configuration';
import { createLogger, runProcess } from '#process';
import { loadConfig } from './config';
import { openBrokerEvents } from './events/broker-events';
import { startApi } from './start-api';

const CHECK_WORKER = join(__dirname, 'checking', 'check-worker.js');

runProcess(async () => {
  const environment = processEnvironment();
  const config = loadConfig(environment);
  const log = createLogger('api', config.logLevel);
  log.info({ configuration: environment.masked() }, 'the api starts');
  const api = await startApi({ config, log, openEvents: openBrokerEvents, checkWorkerFile: CHECK_WORKER });
  return () => api.stop();
});
