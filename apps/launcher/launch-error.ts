/** Kiln could not be started, or its example stack failed. The message is for the terminal and says why. */
export class LaunchError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'LaunchError';
  }
}
