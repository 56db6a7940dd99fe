/** RFC 3339 in UTC with milliseconds, as every answer has times. */
export function timeText(time: Date): string;
export function timeText(time: Date | null): string | null;
export function timeText(time: Date | null): string | null {
  return time === null ? null : time.toISOString();
}
