const UNIT_MS = { m: 60_000, h: 3_600_000, d: 86_400_000 };
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/;

/** Reads when a token ends: an RFC 3339 time, or a stretch from now. `undefined`: it is neither, or is past. */
export function readExpiry(text: string, now: Date): Date | undefined {
  const stretch = /^(\d{1,6})([mhd])$/.exec(text);
  const time = stretch ? now.getTime() + Number(stretch[1]) * UNIT_MS[stretch[2] as 'm' | 'h' | 'd'] : timeIn(text);
  return time > now.getTime() ? new Date(time) : undefined;
}

function timeIn(text: string): number {
  return TIME.test(text) ? Date.parse(text) : Number.NaN;
}
