/** From least to most: who may do more may also do what those before it may. */
export const ROLES = ['reader', 'member', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Whether a text can be the id of a project: it is a word of every routing key. */
export function isProjectId(text: string): boolean {
  return /^[A-Za-z0-9_-]{1,64}$/.test(text);
}
