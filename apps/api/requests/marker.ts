import { Problem, invalidRequest } from '../problems/problem';

/** The 400 for a marker that no entry of the list has. */
export function unknownMarker(wanted: string): Problem {
  const detail = `marker is not known: give ${wanted} that an answer of this list ended with`;
  return new Problem(invalidRequest([{ path: '/query/marker', detail }]));
}

/**
 * The place after which a page begins; `undefined`: at the beginning.
 *
 * @param find answers the place of the entry that the marker names, or that there is none.
 */
export async function placeOfMarker(
  marker: string | undefined,
  wanted: string,
  find: (marker: string) => Promise<string[] | undefined>,
): Promise<string[] | undefined> {
  if (marker === undefined) return undefined;
  const place = await find(marker);
  if (!place) throw unknownMarker(wanted);
  return place;
}
