import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';

const COUNT_STACKS = `
  SELECT count(*)::integer AS used FROM stacks WHERE project = $1 AND deleted_at IS NULL AND parent_id IS NULL`;

/** What a project has of what quotas bound. */
@Injectable()
export class QuotaStore {
  constructor(private readonly database: Database) {}

  /** Living stacks that are not nested in another. */
  async countStacks(project: string): Promise<number> {
    const [row] = await this.database.prepared<{ used: number }>(COUNT_STACKS, [project]);
    return row?.used ?? 0;
  }
}
