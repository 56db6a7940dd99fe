import { rmSync } from 'node:fs';
import { openFolderOf } from './postgres/folders';

/** Deletes the home of servers that are stopped, and what had to be kept elsewhere for it. */
export function discardHome(home: string): void {
  rmSync(openFolderOf(home), { recursive: true, force: true });
  rmSync(home, { recursive: true, force: true });
}
