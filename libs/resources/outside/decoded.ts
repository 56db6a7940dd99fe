/** A part of a URL as it is meant; as it stands where it is not encoded rightly (`50%`). */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
