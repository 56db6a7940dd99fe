export const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
] as const;

/** From Monday on, as Python counts them. */
export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** The index of a name, or of its first three letters, in any case; -1 where it is none. */
export function indexOfName(names: readonly string[], name: string): number {
  const word = name.toLowerCase();
  return names.findIndex((candidate) => [candidate, candidate.slice(0, 3)].some((form) => form.toLowerCase() === word));
}
