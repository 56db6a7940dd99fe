import { valueFault } from '../../fault';
import { YAQL_LIMITS } from '../../limits';
import type { YaqlFunction } from '../../runtime/yaql-function';
import { fn, required } from '../define';
import { BITS, INTEGER } from '../types';

const TWO = [required('left', BITS), required('right', BITS)] as const;

/** Works on the bits of integers; two booleans give a boolean, as in Python. */
export const BIT_FUNCTIONS: readonly YaqlFunction[] = [
  fn('bitwiseAnd', TWO, ([left, right]) => onBits(left, right, (a, b) => a & b)),
  fn('bitwiseOr', TWO, ([left, right]) => onBits(left, right, (a, b) => a | b)),
  fn('bitwiseXor', TWO, ([left, right]) => onBits(left, right, (a, b) => a ^ b)),
  fn('bitwiseNot', [required('arg', INTEGER)], ([value]) => ~value),
  fn(
    'shiftBitsRight',
    [required('value', INTEGER), required('bitsNumber', INTEGER)],
    ([value, bits]) => value >> distance(bits),
  ),
  fn('shiftBitsLeft', [required('value', INTEGER), required('bitsNumber', INTEGER)], ([value, bits], { meter }) => {
    meter.checkSize(value === 0n ? 0n : bits / 8n);
    return value << distance(bits);
  }),
];

function onBits(
  left: bigint | boolean,
  right: bigint | boolean,
  combine: (a: bigint, b: bigint) => bigint,
): bigint | boolean {
  const bits = combine(BigInt(left), BigInt(right));
  return typeof left === 'boolean' && typeof right === 'boolean' ? bits !== 0n : bits;
}

/** No value has more bits than the limit of memory allows, so shifting on changes nothing. */
function distance(bits: bigint): bigint {
  if (bits < 0n) throw valueFault('bits cannot be shifted by a negative number');
  const most = BigInt(YAQL_LIMITS.characters) * 8n;
  return bits > most ? most : bits;
}
