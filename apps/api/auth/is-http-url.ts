/** Whether a text is an http or https URL without credentials and fragment. */
export function isHttpUrl(text: string): boolean {
  return /^https?:\/\/[^\s@#]+$/.test(text) && URL.canParse(text);
}
