/** A float as Python prints it: always with a point or an exponent, which has two digits at least. */
export function floatText(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  if (Object.is(value, -0)) return '-0.0';
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e16 || size < 1e-4)) return exponentText(value.toExponential());
  return Number.isInteger(value) ? `${value}.0` : String(value);
}

/** JavaScript's `1.5e-7` as Python's `1.5e-07`. */
export function exponentText(text: string): string {
  return text.replace(/e([-+])(\d+)$/, (_, sign: string, digits: string) => `e${sign}${digits.padStart(2, '0')}`);
}
