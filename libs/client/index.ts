export { KilnRefusal, answerOf, createKilnClient } from './kiln-client';
export type { KilnClient, KilnClientSettings, Output, ProblemDetails, Resource, Stack } from './kiln-client';
