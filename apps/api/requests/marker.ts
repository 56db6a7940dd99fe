import { Problem, invalidRequest } from '../problems/problem';

/** The 400 for a marker that no entry of the list has. */
export function unknownMarker(wanted: string): Problem {
  const detail = `marker is not known: give ${wanted} that an answer of this list ended with`;
  return new Problem(invalidRequest([{ path: '/query/marker', detail }]));
}
