import { Injectable } from '@nestjs/common';
import type { RootId, StackId } from '#contracts';
import type { Links } from '../requests/links';
import { stackNotFound } from '../requests/path-members';
import { ShowStackQuery } from './dto/show-stack.query';
import { StackAnswerDto } from './dto/stack.dto';
import { StackOutputs } from './stack-outputs';
import { StackStore } from './stack-store';
import type { LocatedStack } from './stack-store';
import { stackView } from './stack-view';

/** Reads of one stack; each is one statement, whatever the stack's size. */
@Injectable()
export class StackReading {
  constructor(
    private readonly stacks: StackStore,
    private readonly outputs: StackOutputs,
  ) {}

  async show(project: string, id: StackId, query: ShowStackQuery, links: Links): Promise<StackAnswerDto> {
    const row = await this.stacks.find(project, id);
    if (!row) throw stackNotFound();
    const outputs = query.resolve_outputs === false ? undefined : this.outputs.of(row);
    return { stack: stackView(row, links, outputs) };
  }

  /** The root of a living stack. */
  async mustLive(project: string, id: StackId): Promise<RootId> {
    return (await this.living(project, id)).rootId;
  }

  /** The name of a living stack. */
  async nameOf(project: string, id: StackId): Promise<string> {
    return (await this.living(project, id)).name;
  }

  /** The root of a stack that may be deleted, as long as it is listed with `show_deleted`. */
  async mustBeListed(project: string, id: StackId): Promise<RootId> {
    const located = await this.stacks.locate(project, id);
    if (!located) throw stackNotFound();
    return located.rootId;
  }

  private async living(project: string, id: StackId): Promise<LocatedStack> {
    const located = await this.stacks.locate(project, id);
    if (!located || located.deleted) throw stackNotFound();
    return located;
  }
}
