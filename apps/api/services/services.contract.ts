import { Describes, Field, schema } from '#contracts';
import type { RouteContracts } from '../contract/route-contract';

@Describes('The processes that are alive.')
export class ServiceListDto {
  @Field(schema.list(schema.object('A process: what it is, since when, and what it holds.')))
  services!: readonly object[];
}

export const SERVICES_CONTRACTS: RouteContracts = {
  'GET /v2/services': {
    id: 'listServices',
    tag: 'service',
    summary: 'Lists the engines, notifiers and apis that are alive, with what each holds.',
    answers: { 200: { description: 'The processes.', body: schema.one(() => ServiceListDto) } },
  },
};
