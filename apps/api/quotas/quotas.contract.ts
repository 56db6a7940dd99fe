import { Describes, Field, schema } from '#contracts';
import type { RouteContracts } from '../contract/route-contract';

@Describes('What the project may have, and has.')
export class QuotaListDto {
  @Field(
    schema.mapOf(
      {
        type: 'object',
        properties: {
          limit: schema.count('How much it may have.'),
          used: schema.orNull(schema.count('How much it has.')),
        },
        required: ['limit', 'used'],
        additionalProperties: false,
      },
      'Each quota by its name.',
    ),
  )
  quotas!: Record<string, { limit: number; used: number | null }>;
}

export const QUOTA_CONTRACTS: RouteContracts = {
  'GET /v2/quotas': {
    id: 'listQuotas',
    tag: 'service',
    summary: 'Shows what the project may have, and has.',
    answers: { 200: { description: 'The quotas.', body: schema.one(() => QuotaListDto) } },
  },
};
