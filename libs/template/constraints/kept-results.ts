/** Patterns come from templates, so they repeat; but nobody may fill the memory with them. */
const MOST_KEPT = 500;

/** The same function of a text, which remembers what it answered to the last few hundred of them. */
export function keepResults<T>(make: (text: string) => T): (text: string) => T {
  const kept = new Map<string, T>();
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    if (kept.size >= MOST_KEPT) kept.clear();
    const made = make(text);
    kept.set(text, made);
    return made;
  };
}
