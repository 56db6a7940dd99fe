import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { holdPidFile, readLiveRecord, writePidFile } from './pid-file';
import { identifyProcess } from './process-identity';

describe('a pid file', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kiln-pid-'));
    file = join(folder, 'run', 'server.pid');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** As if another process had been given the pid since. */
  function recycle(): void {
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replaceAll(identifyProcess(process.pid)!.started, 'long ago'));
  }

  it('knows a process that runs', () => {
    writePidFile(file, process.pid);
    expect(readLiveRecord(file)?.process).toEqual(identifyProcess(process.pid));
  });

  it('does not take another process under the same pid for it', () => {
    writePidFile(file, process.pid);
    recycle();
    expect(readLiveRecord(file)).toBeUndefined();
  });

  it('can be held once', () => {
    expect(holdPidFile(file)).toBeUndefined();
    expect(holdPidFile(file)).toEqual(identifyProcess(process.pid));
  });

  it('is taken over from a holder that is gone, or was cut short while writing', () => {
    holdPidFile(file);
    recycle();
    expect(holdPidFile(file)).toBeUndefined();
    writeFileSync(file, '{"proc');
    expect(holdPidFile(file)).toBeUndefined();
    expect(readLiveRecord(file)?.process.pid).toBe(process.pid);
  });
});

describe('identifyProcess', () => {
  it('answers nothing for a pid that nobody has', () => {
    expect(identifyProcess(2 ** 30)).toBeUndefined();
  });
});
