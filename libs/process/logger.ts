import pino from 'pino';
import type { Logger } from 'pino';

export type { Logger } from 'pino';

/**
 * JSON lines with fixed fields. ERROR means that a person must act, WARN heals itself, INFO is one line per state
 * change of a stack. Credentials are cut wherever a request or a configuration is logged whole.
 */
export function createLogger(app: string, level: string): Logger {
  return pino({
    level,
    base: { app },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: [
        'req.headers.authorization',
        'req.headers["x-auth-token"]',
        'headers.authorization',
        'headers["x-auth-token"]',
      ],
      censor: '******',
    },
  });
}
