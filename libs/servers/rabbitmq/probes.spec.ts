import { parseDistribution } from './probes';

describe('parseDistribution', () => {
  it.each([
    ['PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian\nVERSION_ID="12"\n', ['debian']],
    ['ID=linuxmint\nID_LIKE="ubuntu debian"\n', ['linuxmint', 'ubuntu', 'debian']],
    ['VARIANT_ID=server\n', []],
  ])('reads %j', (text, names) => {
    expect(parseDistribution(text)).toEqual(names);
  });
});
