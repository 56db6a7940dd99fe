import { ConfigurationError, Environment, maskPassword } from './environment';

function read(env: Record<string, string>): Environment {
  return new Environment(env);
}

function problemsOf(work: () => unknown): readonly string[] {
  try {
    work();
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems;
    throw error;
  }
  return [];
}

describe('reading the environment', () => {
  it('takes what is set, and the default for what is not or is empty', () => {
    const environment = read({ NAME: 'x', COUNT: '7', EMPTY: '' });
    expect(environment.text('NAME', { description: 'a name' })).toBe('x');
    expect(environment.integer('COUNT', { description: 'a count', default: 1 })).toBe(7);
    expect(environment.text('EMPTY', { description: 'a text', default: 'd' })).toBe('d');
    expect(environment.list('LIST', { description: 'words', default: 'a, b,,' })).toEqual(['a', 'b']);
    expect(environment.finish({ ok: true })).toEqual({ ok: true });
  });

  it('names every fault at once, and what to give instead', () => {
    const environment = read({ COUNT: '-1', LEVEL: 'loud', KEY: 'AAAA' });
    environment.text('NAME', { description: 'a name' });
    environment.integer('COUNT', { description: 'a count', default: 1, max: 9 });
    environment.word('LEVEL', ['low', 'high'], { description: 'a level', default: 'low' });
    environment.keys('KEY', 32, 'a key');
    expect(problemsOf(() => environment.finish({}))).toEqual([
      'NAME is not set: a name',
      'COUNT is "-1": give a whole number from 0 to 9',
      'LEVEL is "loud": give one of low, high',
      'KEY must be 32 bytes in base64, or several such keys with commas between',
    ]);
  });

  it.each(['1.5', '0x10', 'ten', '99999999999999999'])('takes no %s for a whole number', (text) => {
    const environment = read({ COUNT: text });
    environment.integer('COUNT', { description: 'a count', default: 1 });
    expect(problemsOf(() => environment.finish({}))).toHaveLength(1);
  });

  it('reads one key or several, the first of which is the first that is written', () => {
    const keys = [1, 2, 3].map((byte) => Buffer.alloc(32, byte));
    const texts = keys.map((key) => key.toString('base64'));
    const read1 = (text: string): readonly Buffer[] => read({ KEY: text }).keys('KEY', 32, 'a key');
    expect(read1(texts[0]!)).toEqual([keys[0]]);
    expect(read1(texts.join(','))).toEqual(keys);
    expect(read1(`${texts[2]}\n${texts[0]} , ${texts[1]}\n`)).toEqual([keys[2], keys[0], keys[1]]);
  });

  it('takes no list with a key that is short, or is there twice, and repeats none of it', () => {
    const key = Buffer.alloc(32, 7).toString('base64');
    const problems = [`${key},AAAA`, `AAAA,${key}`, ' , ', `${key},${key}`].flatMap((text) => {
      const environment = read({ KEY: text });
      environment.keys('KEY', 32, 'a key');
      return problemsOf(() => environment.finish({}));
    });
    const isShort = 'KEY must be 32 bytes in base64, or several such keys with commas between';
    expect(problems).toEqual([isShort, isShort, isShort, 'KEY has the same key twice']);
  });

  it('shows no secret and no password', () => {
    const environment = read({ TOKEN: 'hunter2', URL: 'postgres://kiln:hunter2@db:5432/kiln' });
    environment.text('TOKEN', { description: 'a token', secret: true });
    environment.text('URL', { description: 'a server' });
    expect(environment.masked()).toEqual({ TOKEN: '******', URL: 'postgres://kiln:******@db:5432/kiln' });
    expect(maskPassword('amqp://u:p%40ss@h:1/v')).toBe('amqp://u:******@h:1/v');
  });

  it('freezes the configuration', () => {
    expect(Object.isFrozen(read({}).finish({ a: 1 }))).toBe(true);
  });
});
