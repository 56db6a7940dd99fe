import { decoded } from './decoded';

/**
 * The text without the password that the URL carries, in whatever form it shows up. Messages of drivers are shown
 * to the writers of templates, who must not get to know the operator's credentials.
 */
export function withoutCredentials(text: string, url: string): string {
  const password = passwordOf(url);
  const forms = new Set([password, encodeURIComponent(password), decoded(password)]);
  return [...forms].filter((form) => form !== '').reduce((left, form) => left.replaceAll(form, '******'), text);
}

// Not by `URL`: a URL that it can't read may have a password too.
function passwordOf(url: string): string {
  return /^[^:/?#]*:\/\/[^:/?#@]*:(.*)@/.exec(url)?.[1] ?? '';
}
