import { freePorts, isPortFree } from '#servers';
import { LaunchError } from './launch-error';

/** The port of the HTTP API: the one asked for, else the usual one, else, where that is taken, any free one. */
export async function chooseApiPort(
  wanted: { port: number; isFixed: boolean },
  say: (sentence: string) => void,
): Promise<number> {
  if (await isPortFree(wanted.port)) return wanted.port;
  if (wanted.isFixed) {
    throw new LaunchError(`Port ${wanted.port} is taken. Set KILN_API_PORT to another, or leave it out.`);
  }
  const [port = 0] = await freePorts(1);
  say(`Port ${wanted.port} is taken, so the API listens on ${port}; KILN_API_PORT chooses one.`);
  return port;
}
