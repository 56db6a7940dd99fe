import { Writable } from 'node:stream';
import { Terminal } from './terminal';

/** A terminal of so many columns that keeps what is written to it. */
function fakeTerminal(columns: number): { terminal: Terminal; written: () => string } {
  let text = '';
  const stream = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      text += chunk.toString();
      done();
    },
  });
  const output = Object.assign(stream, { isTTY: true, columns }) as unknown as NodeJS.WriteStream;
  return { terminal: new Terminal(output), written: () => text };
}

describe('a terminal', () => {
  it('draws a block over the one before', () => {
    const { terminal, written } = fakeTerminal(80);
    terminal.redraw(['one', 'two']);
    terminal.redraw(['three', 'four']);
    expect(written()).toBe('\u001b[2Kone\n\u001b[2Ktwo\n\u001b[2A\u001b[2Kthree\n\u001b[2Kfour\n');
  });

  it('leaves the block where something was said after it', () => {
    const { terminal, written } = fakeTerminal(80);
    terminal.redraw(['one']);
    terminal.say('hear');
    terminal.redraw(['two']);
    expect(written()).toBe('\u001b[2Kone\nhear\n\u001b[2Ktwo\n');
  });

  it('takes a terminal that does not know its width for a usual one', () => {
    const { terminal, written } = fakeTerminal(0);
    terminal.redraw(['x'.repeat(100)]);
    expect(written()).toBe(`\u001b[2K${'x'.repeat(79)}\n`);
  });

  it('cuts a line that would wrap', () => {
    const { terminal, written } = fakeTerminal(6);
    terminal.redraw(['123456789']);
    expect(written()).toBe('\u001b[2K12345\n');
  });
});
