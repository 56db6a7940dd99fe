import type { Schema, Shape } from '#contracts';
import type { ProblemCode } from '../problems/problem';

/** What the parts of the API are about, in the order in which the page shows them. */
export const TAGS = {
  stacks: 'Stacks, what they are made of, and what can be done with them.',
  operations: 'Runs of an action over a stack.',
  resources: 'The resources of a stack.',
  snapshots: 'States of a stack that it can go back to.',
  events: 'What happened, and what happens, read from the retained log of the broker.',
  subscriptions: 'Who is told what happens.',
  templates: 'Templates and the language that they are in.',
  'resource types': 'What stacks can be made of.',
  service: 'The service itself.',
} as const;
export type Tag = keyof typeof TAGS;

/** Headers of answers that routes name; `X-Openstack-Request-Id` is on all. */
export type AnswerHeader =
  'ETag' | 'Location' | 'Retry-After' | 'Cache-Control' | 'Content-Security-Policy' | 'X-Content-Type-Options';

/** Headers that a request may send. */
export type RequestHeader = 'Idempotency-Key' | 'If-Match' | 'If-None-Match' | 'Last-Event-ID';

/** What a route answers under one status. */
export interface AnswerContract {
  readonly description: string;
  /** Absent: no body. */
  readonly body?: Schema;
  /** `application/json` unless said otherwise. */
  readonly mediaType?: string;
  /** What it answers to those who accept another media type. */
  readonly others?: Readonly<Record<string, Schema>>;
  readonly headers?: readonly AnswerHeader[];
  /** Headers that are not on all of these answers. */
  readonly maybe?: readonly AnswerHeader[];
}

export interface BodyContract {
  readonly shape: Shape | Schema;
  /** The name that a body may be wrapped in, as answers are. */
  readonly wrapper?: string;
  /** Not all need one. */
  readonly isOptional?: boolean;
  readonly example?: Schema;
}

/** What a client must know of a route. What every route has in common is not said again. */
export interface RouteContract {
  /** Names it in the document and in clients. */
  readonly id: string;
  readonly tag: Tag;
  /** What it does, in one sentence. */
  readonly summary: string;
  readonly details?: string;
  /** A class of `query-members`; absent: it takes no query. */
  readonly query?: new () => object;
  readonly headers?: readonly RequestHeader[];
  readonly body?: BodyContract;
  readonly answers: Readonly<Record<number, AnswerContract>>;
  /** What can be wrong apart from what can always be. */
  readonly problems?: readonly ProblemCode[];
}

/** Contracts of routes by method and path, as `GET /v2/stacks/{stack_id}`. */
export type RouteContracts = Readonly<Record<string, RouteContract>>;
