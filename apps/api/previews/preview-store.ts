import { Injectable } from '@nestjs/common';
import type { ForeseenRow } from '#comparison';
import type { Action, StackId, Status } from '#contracts';
import { Database } from '../database/database';

/** What a create depends on besides its body. */
export interface RoomFor {
  /** Living stacks of the project, counted up to its quota. */
  living: number;
  taken: boolean;
}

/** What an update depends on besides its body and what there is. */
export interface StateOf {
  action: Action;
  status: Status;
  ever_hid: boolean;
}

const ROOM = `
  SELECT EXISTS (SELECT 1 FROM stacks WHERE project = $1 AND name = $2 AND deleted_at IS NULL) AS taken,
    (SELECT count(*)::integer FROM (
      SELECT 1 FROM stacks WHERE project = $1 AND deleted_at IS NULL AND parent_id IS NULL LIMIT $3) counted) AS living`;

const ROWS = `
  SELECT id, name, type, requires, action <> 'INIT' AS begun, replaces, stack_id, physical_id, made_type,
    action AS resource_action, status AS resource_status, deletion_policy, sealed_properties, sealed_attributes,
    sealed_metadata, marked_unhealthy
  FROM resources WHERE stack_id = $1 ORDER BY name, id`;

/** Definitions show hidden parameters masked; the oldest do not say what they show. */
const STATE = `
  SELECT s.action, s.status, EXISTS (
    SELECT 1 FROM definitions d WHERE d.stack_id = s.id
      AND (d.shown_parameters IS NULL OR d.shown_parameters::text LIKE '%"******"%')) AS ever_hid
  FROM stacks s WHERE s.id = $1 AND s.project = $2 AND s.deleted_at IS NULL`;

/** What previews read: each is one statement, whatever the stack's size. */
@Injectable()
export class PreviewStore {
  constructor(private readonly database: Database) {}

  async roomFor(project: string, name: string, quota: number): Promise<RoomFor | undefined> {
    const [room] = await this.database.prepared<RoomFor>(ROOM, [project, name, quota]);
    return room;
  }

  async rows(id: StackId): Promise<ForeseenRow[]> {
    return this.database.prepared<ForeseenRow>(ROWS, [id]);
  }

  async state(project: string, id: StackId): Promise<StateOf | undefined> {
    const [state] = await this.database.prepared<StateOf>(STATE, [id, project]);
    return state;
  }
}
