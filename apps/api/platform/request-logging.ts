import type { IncomingMessage } from 'node:http';
import type { DynamicModule } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import type { Logger } from '#process';
import { pathOf } from '../edge/request-path';

/**
 * Every line that a request causes carries its `request_id`. The request itself is a line at level debug, without
 * headers, query and body: those may hold secrets.
 */
export function requestLogging(log: Logger): DynamicModule {
  return LoggerModule.forRoot({
    pinoHttp: {
      logger: log,
      quietReqLogger: true,
      customAttributeKeys: { reqId: 'request_id', responseTime: 'took_ms' },
      autoLogging: log.isLevelEnabled('debug'),
      customLogLevel: () => 'debug',
      customSuccessObject: (request, response, line: object) => ({
        ...line,
        ...describe(request, response.statusCode),
      }),
      customErrorObject: (request, response, _error, line: object) => ({
        ...line,
        ...describe(request, response.statusCode),
      }),
      serializers: { req: () => undefined, res: () => undefined },
    },
  });
}

function describe({ method, url }: IncomingMessage, status: number): object {
  return { method, path: pathOf(url ?? '/'), status };
}
