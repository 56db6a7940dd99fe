import type { ResourceType } from './resource-type';

/** The types that come with Kiln. */
export const builtInTypes: readonly ResourceType[] = [];
