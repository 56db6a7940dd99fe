import { ACTIONS, STATUSES } from '#contracts';
import { MOST_PER_PAGE } from '../../requests/page';
import { QueryInteger, QueryText, QueryTexts, QueryWords } from '../../requests/query-members';

const DEEPEST = 1_000;

/** Query of `GET /v2/stacks/{stack_id}/events`. */
export class ListEventsQuery {
  @QueryTexts()
  resource_name?: string[];

  @QueryWords(ACTIONS)
  action?: string[];

  @QueryWords(STATUSES)
  status?: string[];

  /** As the event has it: `kiln.resource.create.complete`. */
  @QueryTexts()
  type?: string[];

  /** Stacks do not nest yet, so every depth shows the same. */
  @QueryInteger(0, DEEPEST)
  nested_depth?: number;

  @QueryInteger(1, MOST_PER_PAGE)
  limit?: number;

  @QueryText()
  marker?: string;

  /** An event's id, or a time: nothing up to that event, or before that time, is sent. */
  @QueryText()
  since?: string;
}
