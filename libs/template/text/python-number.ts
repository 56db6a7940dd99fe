/**
 * A number as Python prints it, which is what Heat puts into texts. Whole numbers print as integers:
 * the difference between `1` and `1.0` is lost where templates become JSON.
 */
export function pythonNumber(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  if (Number.isInteger(value)) return integerText(value);
  return floatText(value);
}

/** JavaScript turns to exponents at 1e21, which Python's integers never do. */
function integerText(value: number): string {
  return Math.abs(value) < 1e21 ? String(value) : floatText(value);
}

/** Python turns to exponents below 1e-4, JavaScript below 1e-6, and Python's have two digits at least. */
function floatText(value: number): string {
  const text = Math.abs(value) < 1e-4 ? value.toExponential() : String(value);
  return text.replace(
    /e([-+]?)(\d+)$/,
    (_, sign: string, digits: string) => `e${sign || '+'}${digits.padStart(2, '0')}`,
  );
}
