import { evaluateYaql, parseYaql } from '.';
import type { YaqlFault } from './fault';

/** The fault that an expression ends in. */
function faultOf(expression: string): unknown {
  try {
    evaluateYaql(parseYaql(expression), null, 1000);
  } catch (error) {
    return error;
  }
  return undefined;
}

describe('a fault of an expression', () => {
  it.each<[string, YaqlFault['kind'], string | undefined]>([
    ['secret()', 'unmatched', 'there is no such function'],
    ['1.secret()', 'unmatched', 'there is no such method'],
    ['len(1)', 'unmatched', undefined],
    ['[1][2]', 'index', undefined],
    ['range(201).toList()', 'limit', undefined],
    ['1 / 0', 'value', undefined],
    ['1.assert(false, secret)', 'value', 'an assertion of the expression does not hold'],
    ['"{secret}".format()', 'value', 'a format cannot be filled in'],
    ['"{0[secret]}".format({})', 'value', 'a format cannot be filled in'],
    ['"{0.secret}".format({})', 'value', 'a format cannot be filled in'],
    ['"{0[secret]x}".format({})', 'value', 'a format cannot be filled in'],
    ['"{!secret}".format(1)', 'value', 'a format cannot be filled in'],
    ['"{:secret}".format(1)', 'value', 'a text is no format that a value could have'],
    ['"{:+}".format(a)', 'value', 'a text cannot be written in a format'],
    ['datetime("2015", "%Q")', 'value', 'the format of a date cannot be read'],
    ['regex(a).replace(a, "\\\\q")', 'value', 'a replacement has something in it that means nothing'],
    ['regex(a).replace(a, "\\\\g<secret>")', 'value', 'a replacement has something in it that means nothing'],
  ])('quotes no data where these are secret: %s', (expression, kind, discreet) => {
    expect(faultOf(expression)).toMatchObject({ name: 'YaqlFault', kind, discreet });
  });
});
