/** A server could not be brought up. The message says why and what to do, in words meant for the terminal. */
export class ServersError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ServersError';
  }
}
