import { Injectable } from '@nestjs/common';
import type { StackId } from '#contracts';
import { Database } from '../database/database';
import { Conditions } from '../requests/conditions';
import type { Keyset } from '../requests/keyset';
import { ListStacksQuery } from './dto/list-stacks.query';
import { STACK_COLUMNS } from './stack-store';
import type { StackRow } from './stack-store';

/** A stack and its place in the list. */
export interface ListedStackRow extends StackRow {
  place: string[];
}

export interface StackPageRequest {
  filters: ListStacksQuery;
  keyset: Keyset;
  /** Place of the last stack of the page before. */
  after: string[] | undefined;
  most: number;
}

/** Lists of stacks: one statement a page, one for a count. */
@Injectable()
export class StackListStore {
  constructor(private readonly database: Database) {}

  /** Where a stack stands in the list, whatever the filters; `undefined`: the project has no such stack. */
  async placeOf(project: string | undefined, id: StackId, keyset: Keyset): Promise<string[] | undefined> {
    const conditions = new Conditions().add('s.id = ?', id).addGiven('s.project = ?', project);
    const text = `SELECT ${keyset.place} FROM stacks s WHERE ${conditions.text}`;
    const [row] = await this.database.composed<{ place: string[] }>(text, conditions.values);
    return row?.place;
  }

  async list(project: string | undefined, request: StackPageRequest): Promise<ListedStackRow[]> {
    const { filters, keyset, after, most } = request;
    const conditions = filtersOf(project, filters);
    if (after) conditions.addMany((first) => keyset.after(first), after);
    // Cut before it is joined: only the stacks of the page are looked up among the operations.
    const page = `SELECT * FROM stacks s WHERE ${conditions.text}
      ORDER BY ${keyset.order} LIMIT $${conditions.values.length + 1}`;
    const text = `SELECT ${STACK_COLUMNS}, ${keyset.place} FROM (${page}) s
      JOIN operations o ON o.id = s.operation_id ORDER BY ${keyset.order}`;
    return this.database.composed<ListedStackRow>(text, [...conditions.values, most]);
  }

  /** How many stacks the filters let through, on all pages. */
  async count(project: string | undefined, filters: ListStacksQuery): Promise<number> {
    const conditions = filtersOf(project, filters);
    const text = `SELECT count(*)::integer AS count FROM stacks s WHERE ${conditions.text}`;
    const [row] = await this.database.composed<{ count: number }>(text, conditions.values);
    return row?.count ?? 0;
  }
}

/**
 * The index of tags has them by project. The plain tags are asked for as well, which says nothing new, but makes the
 * planner think that fewer stacks are left: it then takes this index rather than walk along the list’s order, where all
 * those with a tag may stand at the end.
 */
const PROJECT_TAGS = 'project_tags(s.project, s.tags)';

function filtersOf(project: string | undefined, filters: ListStacksQuery): Conditions {
  const conditions = new Conditions()
    .addGiven('s.project = ?', project)
    .addGiven('s.name = ANY(?)', filters.name)
    .addGiven('s.id = ANY(?::uuid[])', filters.id)
    .addGiven('s.action = ANY(?)', filters.action)
    .addGiven('s.status = ANY(?)', filters.status)
    .addGiven('s.tags @> ?', split(filters.tags))
    .addGiven(`${PROJECT_TAGS} @> ?`, tagsOf(project, filters.tags))
    .addGiven('s.tags && ?', split(filters.tags_any))
    .addGiven(`${PROJECT_TAGS} && ?`, tagsOf(project, filters.tags_any))
    .addGiven('NOT s.tags @> ?', split(filters.not_tags))
    .addGiven('NOT s.tags && ?', split(filters.not_tags_any))
    .addGiven('s.parent_id = ANY(?::uuid[])', filters.owner_id);
  if (!filters.show_deleted) conditions.addFixed('s.deleted_at IS NULL');
  if (!filters.show_nested && !filters.owner_id) conditions.addFixed('s.parent_id IS NULL');
  return conditions;
}

function split(tags: readonly string[] | undefined): string[] | undefined {
  return tags?.flatMap((text) => text.split(','));
}

/** As `project_tags` makes them; of all projects at once they are not looked up. */
function tagsOf(project: string | undefined, tags: readonly string[] | undefined): string[] | undefined {
  return project === undefined ? undefined : split(tags)?.map((tag) => `${project} ${tag}`);
}
