import type { Json } from '#contracts';
import { tryYaql } from '../../../fixtures/try-yaql';

describe('filling in formats', () => {
  it.each<[string, Json]>([
    ['"{0}-{1}".format(a, 5)', 'a-5'],
    ['"{} {}".format(a, b)', 'a b'],
    ['"{1}{0}{1}".format(a, b)', 'bab'],
    ['"{x} {y}".format(x => 1, y => 2)', '1 2'],
    ['"{0} {x}".format(a, x => 2)', 'a 2'],
    ['"{a}{}".format(1, a => 2)', '21'],
    ['format("{0}", 5)', '5'],
    ['"{{}} {{0}}".format()', '{} {0}'],
    ['"".format()', ''],
    ['"{0}{1}{2}{3}".format(null, true, 1.0, [a])', "NoneTrue1.0('a',)"],
    ['"{0} {1}".format({a => 1}, set(1))', "{'a': 1} frozenset({1})"],
    ['"{0!r} {0!s} {1!a}".format(a, "é€😀")', "'a' a '\\xe9\\u20ac\\U0001f600'"],
    ['"{0!r:>6}".format(ab)', "  'ab'"],
    ['"{0[0]} {0[1][0]}".format([1, [2]])', '1 2'],
    ['"{0[k]} {0[1]}".format({k => 5, 1 => 6})', '5 6'],
    ['"{0[1]}".format("a😀")', '😀'],
    ['"{x[k]}".format(x => {k => 5})', '5'],
    ['"{0:{1}}".format(5, 4)', '   5'],
    ['"{0:{w}.{p}f}".format(1.25, w => 6, p => 1)', '   1.2'],
    ['"{0:%Y-%m}|{0}".format(datetime(2015, 1, 1))', '2015-01|2015-01-01 00:00:00+00:00'],
    ['"{0}".format(timespan(hours => 1))', '1:00:00'],
    ['"{0:}".format(null)', 'None'],
  ])('%s is %j', (expression, value) => {
    expect(tryYaql(expression)).toEqual(value);
  });

  it.each([
    ['"{}".format()', 'nothing is given for `{}`'],
    ['"{1}".format(a)', 'nothing is given for `{1}`'],
    ['"{x}".format()', 'nothing is given for `{x}`'],
    ['"{".format()', 'a `{` in a format has no `}`'],
    ['"}".format()', 'a `}` in a format has no `{`'],
    ['"{0".format(1)', 'a `{` in a format has no `}`'],
    ['"{0}}".format(1)', 'a `}` in a format has no `{`'],
    ['"{0}{}".format(1, 2)', 'fields of a format are numbered all or none'],
    ['"{}{0}".format(1, 2)', 'fields of a format are numbered all or none'],
    ['"{0:{1:{2}}}".format(5, 4, 1)', 'fields stand in each other too deep'],
    ['"{0!x}".format(1)', '`!x` is no conversion'],
    ['"{0.real}".format(5)', '`.real` cannot be asked for in a format; use `[…]`'],
    ['"{0[k]}".format({a => 1})', 'a map has no `[k]`'],
    ['"{0[9]}".format([1])', 'a list has no `[9]`'],
    ['"{0[a]}".format([1])', 'a list has no `[a]`'],
    ['"{0[0]}".format(5)', 'an integer has no `[0]`'],
    ['"{0!}".format(5)', '`{0!}` is no field of a format'],
    ['"{0:>5}".format(null)', 'null has no formats'],
    ['"{0:>5}".format([1])', 'a list has no formats'],
    ['"{0}".format(range(1))', 'an iterator has no text of its own; make a list of it with `toList()`'],
    ['"{0:~}".format(1)', '`~` is no format that a value could have'],
  ])('says what is wrong with %s', (expression, fault) => {
    expect(tryYaql(expression)).toBe(fault);
  });
});

describe('texts in fields', () => {
  it.each<[string, Json]>([
    ['"{0:5}|".format(ab)', 'ab   |'],
    ['"{0:<5}|{0:>5}|{0:^5}|".format(ab)', 'ab   |   ab| ab  |'],
    ['"{0:^6}|".format(abc)', ' abc  |'],
    ['"{0:*^7}|".format(mid)', '**mid**|'],
    ['"{0:😀>3}".format(a)', '😀😀a'],
    ['"{0:05}".format(ab)', 'ab000'],
    ['"{0:.2}".format(abcdef)', 'ab'],
    ['"{0:.1}".format("😀b")', '😀'],
    ['"{0:5.1s}|".format(abc)', 'a    |'],
    ['"{0:0}".format(ab)', 'ab'],
    ['"{0:.10000}".format(a)', 'a'],
  ])('%s is %j', (expression, value) => {
    expect(tryYaql(expression)).toEqual(value);
  });

  it.each([
    ['"{0:d}".format(a)', 'a text cannot be written as `d`'],
    ['"{0:=5}".format(ab)', 'a text cannot be written as `=5`'],
    ['"{0:+}".format(ab)', 'a text cannot be written as `+`'],
    ['"{0:,}".format(ab)', 'a text cannot be written as `,`'],
    ['"{0:#}".format(ab)', 'a text cannot be written as `#`'],
    ['"{0:99999}".format(a)', 'a width or precision is more than the limit of 10000'],
    ['"{0:10000}".format(a)', 'a value takes more than the limit of 10000 bytes'],
  ])('says what is wrong with %s', (expression, fault) => {
    expect(tryYaql(expression)).toBe(fault);
  });
});

describe('integers in fields', () => {
  it.each<[string, Json]>([
    ['"{0:5}|{0:<5}|{0:^5}|".format(42)', '   42|42   | 42  |'],
    ['"{0:05}".format(42)', '00042'],
    ['"{0:05}".format(-42)', '-0042'],
    ['"{0:<05}|".format(42)', '42000|'],
    ['"{0:+d} {1:+d}".format(5, -5)', '+5 -5'],
    ['"{0: d}{1: d}".format(5, -5)', ' 5-5'],
    ['"{0:-d}".format(5)', '5'],
    ['"{0:=+7d}".format(5)', '+     5'],
    ['"{0:*=7}".format(-5)', '-*****5'],
    ['"{0:,} {1:,} {2:_}".format(1234567, 123, -1234)', '1,234,567 123 -1_234'],
    ['"{0:012,}".format(1234567)', '0,001,234,567'],
    ['"{0:013,}".format(1234567)', '0,001,234,567'],
    ['"{0:08,}".format(1234)', '0,001,234'],
    ['"{0:08,}".format(-123)', '-000,123'],
    ['"{0:b} {0:o} {0:x} {0:X}".format(255)', '11111111 377 ff FF'],
    ['"{0:#b} {0:#o} {0:#x} {0:#X}".format(255)', '0b11111111 0o377 0xff 0XFF'],
    ['"{0:#010x}".format(255)', '0x000000ff'],
    ['"{0:_x}".format(1048576)', '10_0000'],
    ['"{0:c}{1:c}".format(65, 128512)', 'A😀'],
    ['"{0:5c}|".format(65)', '    A|'],
    ['"{0:c}".format(0).len()', 1],
    ['"{0:c}".format(1114111).len()', 1],
    ['"{0:n}".format(5)', '5'],
    ['"{0:.2f} {0:e} {0:g} {0:%}".format(5)', '5.00 5.000000e+00 5 500.000000%'],
    ['"{0:5} {0:d}".format(true)', '    1 1'],
  ])('%s is %j', (expression, value) => {
    expect(tryYaql(expression)).toEqual(value);
  });

  it.each([
    ['"{0:s}".format(5)', 'a number cannot be written with the type `s`'],
    ['"{0:.2}".format(5)', 'an integer has no precision'],
    ['"{0:.2d}".format(5)', 'an integer has no precision'],
    ['"{0:,x}".format(5)', '`,` groups decimal digits only'],
    ['"{0:c}".format(-1)', 'an integer is not the code of a character'],
    ['"{0:c}".format(1114112)', 'an integer is not the code of a character'],
    ['"{0:f}".format(pow(10, 400))', 'an integer is too large for a float'],
  ])('says what is wrong with %s', (expression, fault) => {
    expect(tryYaql(expression)).toBe(fault);
  });
});

describe('floats in fields', () => {
  it.each<[string, Json]>([
    ['"{0:f} {0:.2f} {0:.0f} {0:#.0f}".format(2.5)', '2.500000 2.50 2 2.'],
    ['"{0:.2f} {1:.1f}".format(1.005, 2.25)', '1.00 2.2'],
    ['"{0:.0f} {1:.0f}".format(0.5, 1.5)', '0 2'],
    ['"{0:.3f}".format(0.0005)', '0.001'],
    ['"{0:e} {0:.0e} {0:.3E}".format(31415.9)', '3.141590e+04 3e+04 3.142E+04'],
    ['"{0:e} {1:.2e}".format(0.0, 9.999)', '0.000000e+00 1.00e+01'],
    ['"{0:g} {1:g} {2:g}".format(0.0001, 0.00001, 123456.0)', '0.0001 1e-05 123456'],
    ['"{0:g} {1:g}".format(1234567.0, 100000.0)', '1.23457e+06 100000'],
    ['"{0:.3g} {0:#g} {1:.0g}".format(1.0, 25.0)', '1 1.00000 2e+01'],
    ['"{0:G}".format(pow(10.0, 10) * 1.5)', '1.5E+10'],
    ['"{0:%} {1:.1%}".format(0.5, 0.256)', '50.000000% 25.6%'],
    ['"{0} {1}".format(1.0, 0.1)', '1.0 0.1'],
    ['"{0:.3} {1:.3} {2:.3}".format(3.0, 99.0, 100.0)', '3.0 99.0 1e+02'],
    ['"{0:.1} {1:.2}".format(12.5, 0.00001)', '1e+01 1e-05'],
    ['"{0:.10}".format(1.5)', '1.5'],
    ['"{0:6}|{0:<6}|{0:06}".format(1.5)', '   1.5|1.5   |0001.5'],
    ['"{0:08.3f} {1:08.3f}".format(3.14159, -3.14159)', '0003.142 -003.142'],
    ['"{0:+.1f} {0: .1f}".format(1.0)', '+1.0  1.0'],
    ['"{0:,.2f}".format(1234567.891)', '1,234,567.89'],
    ['"{0:012,.1f}".format(1234.5)', '00,001,234.5'],
    ['"{0:f} {1:F} {2:5}| {0:%}".format(float(inf), float(inf), float(nan))', 'inf INF   nan| inf%'],
    ['"{0:.1f} {0}".format(-0.0)', '-0.0 -0.0'],
    ['"{0:n}".format(1.5)', '1.5'],
  ])('%s is %j', (expression, value) => {
    expect(tryYaql(expression)).toEqual(value);
  });

  it.each([
    ['"{0:G}".format(1.5e)', 'parse: a number is too long, or a letter follows it at once'],
    ['"{0:d}".format(1.0)', 'a float cannot be written with the type `d`'],
    ['"{0:s}".format(1.0)', 'a float cannot be written with the type `s`'],
    ['"{0:x}".format(1.0)', 'a float cannot be written with the type `x`'],
  ])('says what is wrong with %s', (expression, fault) => {
    expect(tryYaql(expression)).toBe(fault);
  });
});
