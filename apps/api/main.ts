import 'reflect-metadata';
import { processEnvironment } from '#configuration';
import { createLogger, runProcess } from '#process';
import { loadConfig } from './config';
import { openBrokerEvents } from './events/broker-events';
import { startApi } from './start-api';

runProcess(async () => {
  const environment = processEnvironment();
  const config = loadConfig(environment);
  const log = createLogger('api', config.logLevel);
  log.info({ configuration: environment.masked() }, 'the api starts');
  const api = await startApi({ config, log, openEvents: openBrokerEvents });
  return () => api.stop();
});
