import { Injectable } from '@nestjs/common';
import { AppError } from '#contracts';
import type { StackId } from '#contracts';
import { SecretBox } from '#entities';
import { maskTemplate } from '#template';
import { TemplateChecker } from '../checking/template-checker';
import type { ShowQuestion } from '../checking/template-checker';
import { unknownName } from '../requests/nearest-name';
import { stackNotFound } from '../requests/path-members';
import { DefinitionStore } from './definition-store';
import { OutputDto } from './dto/output.dto';
import { StackOutputs } from './stack-outputs';
import { StackStore } from './stack-store';

/** Reads of what a stack was made from, and of what it gives; each is one statement, whatever the stack's size. */
@Injectable()
export class StackParts {
  constructor(
    private readonly stacks: StackStore,
    private readonly definitions: DefinitionStore,
    private readonly checker: TemplateChecker,
    private readonly opened: StackOutputs,
    private readonly secrets: SecretBox,
  ) {}

  /** The template as JSON text, hidden defaults masked. */
  async template(project: string, id: StackId): Promise<string> {
    const sealed = await this.stacks.template(project, id);
    if (sealed === undefined) throw stackNotFound();
    return maskTemplate(this.secrets.openText(sealed));
  }

  /** Another part as JSON text, with what hidden parameters hold masked. */
  async show(part: ShowQuestion['part'], project: string, id: StackId): Promise<string> {
    const current = await this.definitions.current(project, id);
    if (!current) throw stackNotFound();
    return this.checker.show({ part, current: current.sealed });
  }

  async outputs(project: string, id: StackId): Promise<readonly OutputDto[]> {
    const row = await this.stacks.find(project, id);
    if (!row) throw stackNotFound();
    return this.opened.of(row);
  }

  async output(project: string, id: StackId, key: string): Promise<OutputDto> {
    const row = await this.stacks.find(project, id);
    if (!row) throw stackNotFound();
    const outputs = this.opened.of(row);
    const output = outputs.find(({ output_key: name }) => name === key);
    if (output) return output;
    const names = outputs.map(({ output_key: name }) => name);
    const soon = row.status === 'IN_PROGRESS' ? '; there may be others once the stack has settled' : '';
    throw new AppError('not-found', unknownName('output', key, names) + soon);
  }
}
