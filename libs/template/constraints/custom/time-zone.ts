/** A name of the time zone database, in any case; nothing at all stands for the default zone. */
export function isTimeZone(text: string): boolean {
  if (text === '') return true;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
