import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { StackId } from '#contracts';
import { isAtLeast } from '../auth/caller';
import type { Caller } from '../auth/caller';
import { TemplateChecker } from '../checking/template-checker';
import { Settings, templateQuotas } from '../platform/settings';
import { Problem } from '../problems/problem';
import { stackNotFound } from '../requests/path-members';
import { DefinitionStore } from '../stacks/definition-store';
import { nameTaken, refuseWhileDeleted, stackQuotaExceeded } from '../stacks/refusals';
import { PreviewStore } from './preview-store';

/**
 * Says what a create or an update would do; stores nothing. Whatever the request itself would be refused for, its preview
 * is refused for, in the same words: also a name that is taken, a quota that is reached, and a stack that is being
 * deleted. So who is shown something may send the request as it is.
 */
@Injectable()
export class Previews {
  constructor(
    private readonly checker: TemplateChecker,
    private readonly definitions: DefinitionStore,
    private readonly store: PreviewStore,
    private readonly settings: Settings,
  ) {}

  /** JSON text of what a create would do. */
  async create(body: Uint8Array | undefined, { project }: Caller): Promise<string> {
    const { quotas } = this.settings;
    const question = { body, stackId: randomUUID() as StackId, project, ...templateQuotas(quotas) };
    const verdict = await this.checker.previewCreate(question);
    if (!verdict.ok) throw new Problem(verdict.problem);
    const { name, preview } = verdict.value;
    const room = await this.store.roomFor(project, name, quotas.stacks);
    if (room && room.living >= quotas.stacks) throw stackQuotaExceeded(quotas.stacks);
    if (room?.taken === true) throw nameTaken(name);
    return preview;
  }

  /** JSON text of what an update by `PUT` would do. Who only reads has nothing unmasked. */
  async update(body: Uint8Array | undefined, id: StackId, caller: Caller): Promise<string> {
    const { project } = caller;
    const current = await this.definitions.current(project, id);
    const rows = await this.store.rows(id);
    // Read after the rows: what they were made with was accepted before.
    const state = await this.store.state(project, id);
    if (!current || !state) throw stackNotFound();
    const verdict = await this.checker.previewUpdate({
      ...{ body, method: 'PUT', stackId: id, stackName: current.name, project },
      ...templateQuotas(this.settings.quotas),
      ...{ current: current.sealed, mayUnmask: isAtLeast(caller, 'member'), rows, everHid: state.ever_hid },
    });
    if (!verdict.ok) throw new Problem(verdict.problem);
    refuseWhileDeleted(state);
    return verdict.value;
  }
}
