import { tryYaql } from '../fixtures/try-yaql';
import { Meter } from '../runtime/meter';
import { dictionaryOf, setOf } from './build';
import { hashKey } from './hash';
import { Moment, Ordering, Sequence, Span, View } from './value';
import type { YaqlValue } from './value';

const meter = new Meter();
const isSame = (a: YaqlValue, b: YaqlValue): boolean => hashKey(a, meter) === hashKey(b, meter);
const tuple = (...items: YaqlValue[]): Sequence => new Sequence(items);
const map = (...entries: [YaqlValue, YaqlValue][]): YaqlValue => dictionaryOf(entries, meter);

describe('hash keys', () => {
  it.each<[string, YaqlValue, YaqlValue]>([
    ['numbers of both kinds', 1n, 1],
    ['booleans and integers', true, 1n],
    ['zeros', false, -0],
    ['large floats and integers', 2 ** 70, 2n ** 70n],
    ['tuples', tuple(1n, 'a'), tuple(1, 'a')],
    ['maps in any order', map(['a', 1n], ['b', 2n]), map(['b', 2n], ['a', true], ['b', 2n])],
    ['sets in any order', setOf([1n, 2n], meter), setOf([2n, 1n, 1n], meter)],
    ['points in time on two clocks', new Moment(7n, 0n), new Moment(9n, 2n)],
    ['timespans', new Span(5n), new Span(5n)],
  ])('are the same for %s', (_, a, b) => {
    expect(isSame(a, b)).toBe(true);
  });

  it.each<[string, YaqlValue, YaqlValue]>([
    ['a number and its text', 1n, '1'],
    ['nothing and its text', null, 'null'],
    ['a text and a key of a text', 'n1', 1n],
    ['different fractions', 1.5, 2.5],
    ['tuples of other lengths', tuple('a', 'b'), tuple('a,b')],
    ['tuples nested otherwise', tuple(tuple(1n), 2n), tuple(tuple(1n, 2n))],
    ['maps of other values', map(['a', 1n]), map(['a', 2n])],
    ['a map and its set of keys', map(['a', 1n]), setOf(['a'], meter)],
    ['a tuple and a set', tuple(1n), setOf([1n], meter)],
    ['points in time', new Moment(7n, 0n), new Moment(7n, 1n)],
    ['a time and a span', new Moment(5n, 0n), new Span(5n)],
    ['things that are only themselves', new Ordering([]), new Ordering([])],
  ])('differ for %s', (_, a, b) => {
    expect(isSame(a, b)).toBe(false);
  });

  it('of a thing that is only itself stay the same', () => {
    const values = new View(dictionaryOf([], meter), 'values');
    expect(isSame(values, values)).toBe(true);
  });

  it('of patterns tell their flags apart', () => {
    expect(tryYaql('set(regex(a), regex(a), regex(a, true), regex(b)).len()')).toBe(3);
  });

  it.each<[string, YaqlValue, string]>([
    ['lists that can be changed', new Sequence([], false), 'a list cannot be a key, or be in a set'],
    ['maps that can be changed', dictionaryOf([], meter, false), 'a map cannot be a key, or be in a set'],
    ['tuples with such inside', tuple(new Sequence([], false)), 'a list cannot be a key, or be in a set'],
    ['maps with such inside', map(['a', new Sequence([], false)]), 'a list cannot be a key, or be in a set'],
    ['views of keys', new View(dictionaryOf([], meter), 'keys'), 'a view of a map cannot be a key, or be in a set'],
  ])('are not there for %s', (_, value, fault) => {
    expect(() => hashKey(value, meter)).toThrow(fault);
  });
});
