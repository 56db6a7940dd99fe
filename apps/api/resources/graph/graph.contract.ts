import { schema } from '#contracts';
import type { RouteContracts } from '../../contract/route-contract';
import { GraphDto } from '../dto/graph.dto';

export const DOT_MEDIA_TYPE = 'text/vnd.graphviz';

export const GRAPH_CONTRACTS: RouteContracts = {
  'GET /v2/stacks/{stack_id}/graph': {
    id: 'showGraph',
    tag: 'stacks',
    summary: 'Shows which resource needs which, and how far each is.',
    details: 'Like the list of resources it is empty until the first operation is planned.',
    answers: {
      200: {
        description: 'The graph, as JSON or as DOT.',
        body: schema.one(() => GraphDto),
        others: { [DOT_MEDIA_TYPE]: schema.text() },
      },
    },
  },
};
