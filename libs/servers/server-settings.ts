import type { Binding } from './process/bound-process';

/** What a starter of a server is told. */
export interface ServerSettings {
  /** Folder of everything that the server keeps; made where it is missing. */
  home: string;
  /** Hears what a user should know, one sentence at a time. */
  say?: (sentence: string) => void;
  /** Another way of ending the server with its starter than the platform's best. */
  binding?: Binding;
}

/** A server whose URLs stay the same however often it is stopped and started. */
export interface RunningServer {
  readonly name: string;
  /** Settles when the server's process is gone, with the way it went. */
  readonly exited: Promise<string>;
  /** Starts it again on the same ports and data and waits until it answers. Does nothing where it runs. */
  start(): Promise<void>;
  /** Ends it as an operator would. */
  stop(): Promise<void>;
}

/** Starts a server; one that does not come up whole is not left half running. */
export async function startOrKill<T extends RunningServer & { kill(): Promise<void> }>(server: T): Promise<T> {
  try {
    await server.start();
    return server;
  } catch (error) {
    await server.kill();
    throw error;
  }
}
