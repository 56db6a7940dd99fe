import { schema } from '#contracts';
import type { RouteContracts } from '../contract/route-contract';
import { NotReadyDto } from '../problems/dto/problem.dto';
import { PROBLEM_MEDIA_TYPE } from '../problems/problem';
import { AliveDto, ReadyDto, VersionAnswerDto, VersionListDto } from './dto/service.dto';

export const SERVICE_CONTRACTS: RouteContracts = {
  'GET /': {
    id: 'listVersions',
    tag: 'service',
    summary: 'Lists the versions of the API.',
    answers: { 300: { description: 'The versions to choose from.', body: schema.one(() => VersionListDto) } },
  },
  'GET /v2': {
    id: 'showVersion',
    tag: 'service',
    summary: 'Shows this version of the API.',
    answers: { 200: { description: 'The version.', body: schema.one(() => VersionAnswerDto) } },
  },
  'GET /healthz': {
    id: 'isAlive',
    tag: 'service',
    summary: 'Tells that the process runs.',
    answers: { 200: { description: 'It does.', body: schema.one(() => AliveDto) } },
  },
  'GET /readyz': {
    id: 'isReady',
    tag: 'service',
    summary: 'Tells whether the servers that the process needs can be reached.',
    answers: {
      200: { description: 'They can.', body: schema.one(() => ReadyDto) },
      503: {
        description: 'Some cannot: `checks` says which.',
        body: schema.one(() => NotReadyDto),
        mediaType: PROBLEM_MEDIA_TYPE,
        headers: ['Retry-After'],
      },
    },
  },
};
