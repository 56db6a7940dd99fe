import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { installPackages } from '#servers';

/** What it takes to run a Keystone: its code with the tools that set it up, and a server of WSGI applications. */
const PACKAGES = ['python3-keystone', 'uwsgi-plugin-python3'];
const FOLDER = '/usr/bin';
const APT = '/usr/bin/apt-get';

export interface KeystonePrograms {
  manage: string;
  application: string;
  /** uWSGI with Python in it. */
  server: string;
}

/**
 * The Keystone of the distribution, installed where root and apt can do that; none of its services is started (those are
 * in another package, `keystone`, which is not needed). Otherwise why there is none.
 */
export function provideKeystone(): KeystonePrograms | string {
  const found = find();
  if (found) return found;
  if (process.getuid?.() !== 0 || !existsSync(APT))
    return 'Keystone is not installed, and only root with apt installs it';
  if (!installPackages([], PACKAGES)) return `the packages ${PACKAGES.join(' and ')} can’t be installed`;
  return find() ?? `the packages ${PACKAGES.join(' and ')} are installed, but hold no Keystone`;
}

function find(): KeystonePrograms | undefined {
  const name = existsSync(FOLDER) ? readdirSync(FOLDER).find((each) => /^uwsgi_python3\d+$/.test(each)) : undefined;
  const [manage, application] = ['keystone-manage', 'keystone-wsgi-public'].map((each) => join(FOLDER, each));
  if (name === undefined || !existsSync(manage!) || !existsSync(application!)) return undefined;
  return { manage: manage!, application: application!, server: join(FOLDER, name) };
}
