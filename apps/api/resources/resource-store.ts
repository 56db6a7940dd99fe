import { Injectable } from '@nestjs/common';
import type { Action, ResourceId, StackId, Status } from '#contracts';
import { Database } from '../database/database';
import type { Transaction } from '../database/database';
import { Conditions } from '../requests/conditions';
import type { Keyset } from '../requests/keyset';
import { ListResourcesQuery } from './dto/list-resources.query';

export interface ResourceRow {
  stack_id: StackId;
  name: string;
  type: string;
  action: Action;
  status: Status;
  status_reason: string;
  physical_id: string | null;
  requires: string[];
  required_by: string[];
  /** The older incarnation, as long as it is still there. */
  replaces: ResourceId | null;
  created_at: Date;
  updated_at: Date | null;
}

export interface WholeResourceRow extends ResourceRow {
  sealed_attributes: Buffer | null;
}

export interface MarkableResourceRow extends WholeResourceRow {
  id: ResourceId;
  marked_unhealthy: boolean;
  /** Whether somebody is at work on it, if only to look at it. */
  at_work: boolean;
}

/** A resource as the graph of its stack shows it. */
export type GraphRow = Pick<ResourceRow, 'name' | 'type' | 'action' | 'status' | 'requires'>;

/** A resource and its place in the list; with its attributes where they are asked for. */
export interface ListedResourceRow extends ResourceRow {
  sealed_attributes?: Buffer | null;
  place: string[];
}

export interface ResourcePageRequest {
  filters: ListResourcesQuery;
  keyset: Keyset;
  after: string[] | undefined;
  most: number;
}

const COLUMNS = `r.stack_id, r.name, r.type, r.action, r.status, r.status_reason, r.physical_id, r.requires,
  r.required_by, (SELECT older.id FROM resources older WHERE older.id = r.replaces) AS replaces, r.created_at,
  r.updated_at`;

/** The incarnation that counts is the one that none replaces. */
export const COUNTS = `NOT EXISTS (
  SELECT 1 FROM resources newer WHERE newer.stack_id = r.stack_id AND newer.name = r.name AND newer.replaces = r.id)`;

const FIND = `
  SELECT ${COLUMNS}, r.sealed_attributes FROM resources r WHERE r.stack_id = $1 AND r.name = $2 AND ${COUNTS}`;

const FIND_MARKABLE = `
  SELECT ${COLUMNS}, r.id, r.sealed_attributes, r.marked_unhealthy,
    EXISTS (SELECT 1 FROM nodes n WHERE n.resource_id = r.id AND n.state = 'running') AS at_work
  FROM resources r WHERE r.stack_id = $1 AND r.name = $2 AND ${COUNTS}`;

const MARK = `
  UPDATE resources SET action = 'CHECK', status = 'FAILED', status_reason = $2, marked_unhealthy = true,
    updated_at = now()
  WHERE id = $1`;

/** What was never made whole has no attributes, not even empty ones, and is no better for not being marked. */
const UNMARK = `
  UPDATE resources SET status_reason = $2, marked_unhealthy = false, updated_at = now(),
    action = CASE WHEN sealed_attributes IS NULL THEN 'CREATE' ELSE 'CHECK' END,
    status = CASE WHEN sealed_attributes IS NULL THEN 'FAILED' ELSE 'COMPLETE' END
  WHERE id = $1`;

const GRAPH = `
  SELECT r.name, r.type, r.action, r.status, r.requires FROM resources r
  WHERE r.stack_id = $1 AND ${COUNTS} ORDER BY r.name`;

/** The table of resources, as answers show it: one entry a name. */
@Injectable()
export class ResourceStore {
  constructor(private readonly database: Database) {}

  async find(stackId: StackId, name: string): Promise<WholeResourceRow | undefined> {
    const [row] = await this.database.prepared<WholeResourceRow>(FIND, [stackId, name]);
    return row;
  }

  /** As it is under its root's lock. */
  async findUnderLock(
    transaction: Transaction,
    stackId: StackId,
    name: string,
  ): Promise<MarkableResourceRow | undefined> {
    const [row] = await transaction.rows<MarkableResourceRow>(FIND_MARKABLE, [stackId, name]);
    return row;
  }

  async mark(transaction: Transaction, id: ResourceId, reason: string): Promise<void> {
    await transaction.rows(MARK, [id, reason]);
  }

  /** Says that it is healthy, whoever found that it is not. */
  async unmark(transaction: Transaction, id: ResourceId, reason: string): Promise<void> {
    await transaction.rows(UNMARK, [id, reason]);
  }

  /** All resources of a stack in one statement, by name. */
  async graph(stackId: StackId): Promise<GraphRow[]> {
    return this.database.prepared<GraphRow>(GRAPH, [stackId]);
  }

  /** Where a resource stands in the list; `undefined`: the stack has none of that name. */
  async placeOf(stackId: StackId, name: string, keyset: Keyset): Promise<string[] | undefined> {
    const text = `SELECT ${keyset.place} FROM resources r WHERE r.stack_id = $1 AND r.name = $2 AND ${COUNTS}`;
    const [row] = await this.database.composed<{ place: string[] }>(text, [stackId, name]);
    return row?.place;
  }

  /** One page in one statement; attributes only where they are asked for. */
  async list(stackId: StackId, request: ResourcePageRequest): Promise<ListedResourceRow[]> {
    const { filters, keyset, after, most } = request;
    const conditions = new Conditions()
      .add('r.stack_id = ?', stackId)
      .addGiven('r.name = ANY(?)', filters.name)
      .addGiven('r.type = ANY(?)', filters.type)
      .addGiven('r.action = ANY(?)', filters.action)
      .addGiven('r.status = ANY(?)', filters.status)
      .addGiven('r.physical_id = ANY(?)', filters.physical_resource_id)
      .addFixed(COUNTS);
    if (after) conditions.addMany((first) => keyset.after(first), after);
    const columns = filters.with_detail ? `${COLUMNS}, r.sealed_attributes` : COLUMNS;
    const text = `SELECT ${columns}, ${keyset.place} FROM resources r WHERE ${conditions.text}
      ORDER BY ${keyset.order} LIMIT $${conditions.values.length + 1}`;
    return this.database.composed(text, [...conditions.values, most]);
  }
}
