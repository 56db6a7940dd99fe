/** Whether an `Accept` header asks for this media type by name, and for no other of these with more weight (RFC 9110). */
export function prefers(accept: string | undefined, mediaType: string, ...others: readonly string[]): boolean {
  const weights = new Map((accept ?? '').split(',').map(weightOf));
  const weight = weights.get(mediaType) ?? 0;
  return weight > 0 && others.every((other) => (weights.get(other) ?? 0) <= weight);
}

function weightOf(range: string): [mediaType: string, weight: number] {
  const [mediaType = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
  const given = parameters.find((parameter) => parameter.startsWith('q='));
  const weight = given === undefined ? 1 : Number(given.slice(2));
  return [mediaType, weight >= 0 && weight <= 1 ? weight : 0];
}
