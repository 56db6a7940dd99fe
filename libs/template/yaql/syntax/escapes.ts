import { syntaxFault } from '../fault';

const ESCAPE = /\\(?:U(.{8})|u(.{4})|x(.{2})|([0-7]{1,3})|N\{([^}]+)\}|([\\'"abfnrtv]))/gu;

const NAMED: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** Puts in the characters that Python's escapes stand for. A backslash before anything else stays as it is. */
export function decodeEscapes(text: string, at: number): string {
  return text.replace(ESCAPE, (escape: string, ...groups: (string | undefined)[]) => {
    const [long, short, byte, octal, name, letter] = groups;
    const hexadecimal = long ?? short ?? byte;
    if (hexadecimal !== undefined) return hexadecimalCharacter(hexadecimal, escape, at);
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
    if (name !== undefined) throw syntaxFault(`characters cannot be named (\`${escape}\`); use \`\\u\` and a code`, at);
    return letter === undefined ? escape : (NAMED[letter] ?? letter);
  });
}

function hexadecimalCharacter(digits: string, escape: string, at: number): string {
  const code = /[^0-9a-fA-F]/.test(digits) ? Infinity : Number.parseInt(digits, 16);
  if (code <= 0x10ffff) return String.fromCodePoint(code);
  throw syntaxFault(`\`${escape}\` is not the code of a character`, at);
}
