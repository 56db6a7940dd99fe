/**
 * One thing that the user did wrong, told so that it can be mended.
 *
 * `path` is a JSON pointer (RFC 6901) into the request, into the template where that is at fault
 * (`/template/resources/server/properties/flavor`). `line` and `column` count from 1 and are there
 * only where the template came as text.
 */
export interface Diagnostic {
  path: string;
  detail: string;
  line?: number;
  column?: number;
}
