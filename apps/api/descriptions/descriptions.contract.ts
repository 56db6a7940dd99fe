import { schema } from '#contracts';
import type { AnswerContract, RouteContracts } from '../contract/route-contract';

const DOCUMENT: Readonly<Record<number, AnswerContract>> = {
  200: {
    description: 'The document.',
    body: schema.object(),
    headers: ['ETag', 'Cache-Control', 'X-Content-Type-Options'],
  },
  304: { description: 'It is still the same.', headers: ['ETag', 'Cache-Control'] },
};

export const DESCRIPTION_CONTRACTS: RouteContracts = {
  'GET /v2/openapi.json': {
    id: 'showOpenApi',
    tag: 'service',
    summary: 'Shows this description of the API (OpenAPI 3.1).',
    headers: ['If-None-Match'],
    answers: DOCUMENT,
  },
  'GET /v2/asyncapi.json': {
    id: 'showAsyncApi',
    tag: 'service',
    summary: 'Shows the description of messages and notifications (AsyncAPI 3.0).',
    headers: ['If-None-Match'],
    answers: DOCUMENT,
  },
  'GET /docs': {
    id: 'showDocs',
    tag: 'service',
    summary: 'Shows this description as a page, which loads nothing from elsewhere.',
    headers: ['If-None-Match'],
    answers: {
      200: {
        description: 'The page.',
        body: schema.text(),
        mediaType: 'text/html',
        headers: ['ETag', 'Cache-Control', 'Content-Security-Policy', 'X-Content-Type-Options'],
      },
      304: { description: 'It is still the same.', headers: ['ETag', 'Cache-Control', 'Content-Security-Policy'] },
    },
  },
  'GET /docs/{asset}': {
    id: 'showDocsAsset',
    tag: 'service',
    summary: 'Shows a part of that page.',
    headers: ['If-None-Match'],
    answers: {
      200: {
        description: 'A script or a style.',
        body: schema.text(),
        mediaType: 'text/javascript',
        others: { 'text/css': schema.text() },
        headers: ['ETag', 'Cache-Control', 'X-Content-Type-Options'],
      },
      304: { description: 'It is still the same.', headers: ['ETag', 'Cache-Control'] },
    },
  },
};
