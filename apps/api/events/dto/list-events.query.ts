import { ACTIONS, STATUSES } from '#contracts';
import { MOST_PER_PAGE } from '../../requests/page';
import { QueryInteger, QueryText, QueryTexts, QueryWords } from '../../requests/query-members';

const DEEPEST = 1_000;

/** Query of `GET /v2/stacks/{stack_id}/events`. */
export class ListEventsQuery {
  @QueryTexts({ description: 'Is about one of these resources.' })
  resource_name?: string[];

  @QueryWords(ACTIONS, { description: 'Its action is one of these.' })
  action?: string[];

  @QueryWords(STATUSES, { description: 'Its status is one of these.' })
  status?: string[];

  @QueryTexts({ description: 'Is of one of these types, as `kiln.resource.create.complete`.' })
  type?: string[];

  // Stacks do not nest yet, so every depth shows the same.
  @QueryInteger(0, DEEPEST, { description: 'How deep in nested stacks.', default: 0 })
  nested_depth?: number;

  @QueryInteger(1, MOST_PER_PAGE, { description: 'Events on a page.', default: MOST_PER_PAGE })
  limit?: number;

  @QueryText({ description: 'The id of the last event of the page before.' })
  marker?: string;

  @QueryText({ description: 'The id of an event, or a time: nothing up to that event, or before that time, is sent.' })
  since?: string;
}
