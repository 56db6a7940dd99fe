const FORMS = [
  /^[0-9a-f]{12}$/,
  /^[0-9a-f]{1,2}(?::[0-9a-f]{1,2}){5}$/,
  /^[0-9a-f]{1,2}(?:-[0-9a-f]{1,2}){5}$/,
  /^[0-9a-f]{1,4}(?:[.:-][0-9a-f]{1,4}){2}$/,
  /^[0-9a-f]{6}-[0-9a-f]{6}$/,
];

/** The ways of writing a MAC address that Heat takes: bare, with colons, dashes or dots, in groups of 2, 4 or 6. */
export function isMacAddress(text: string): boolean {
  return FORMS.some((form) => form.test(text.toLowerCase()));
}
