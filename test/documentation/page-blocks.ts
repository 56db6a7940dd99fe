import { isObject, probe } from '#template';
import type { ExactObject } from '#template';

/** A block in a page, between fences that say in which language it is and what it is. */
export interface PageBlock {
  /** Of the line on which it begins, from 1 on. */
  readonly line: number;
  /** The heading that it stands under. */
  readonly heading: string;
  readonly language: string;
  /** What it is: `example`, `template`, …; nothing for a block that is only to be read. */
  readonly kind: string;
  readonly text: string;
}

/** The blocks in a page, in their order. */
export function readBlocks(page: string): PageBlock[] {
  const blocks: PageBlock[] = [];
  let heading = '';
  let open: Omit<PageBlock, 'text'> | undefined;
  let lines: string[] = [];
  for (const [index, line] of page.split('\n').entries()) {
    const fence = /^```(\w*) ?(.*)$/.exec(line);
    if (open !== undefined && fence !== null) {
      blocks.push({ ...open, text: lines.join('\n') });
      [open, lines] = [undefined, []];
    } else if (open !== undefined) lines.push(line);
    else if (fence !== null) open = { line: index + 1, heading, language: fence[1] ?? '', kind: fence[2] ?? '' };
    else heading = /^#+ (.*)$/.exec(line)?.[1] ?? heading;
  }
  return blocks;
}

/** What a block says, read as Kiln reads templates. */
export function valueOf({ line, text }: PageBlock): ExactObject {
  const read = probe.probeTemplateText(text);
  if (!read.ok) throw new Error(`the block at line ${line} cannot be read: ${read.details.join('; ')}`);
  if (!isObject(read.value)) throw new Error(`the block at line ${line} is no map`);
  return read.value;
}

/** The only block of its kind. */
export function onlyBlock(blocks: readonly PageBlock[], kind: string): ExactObject {
  const [block, ...rest] = blocks.filter((candidate) => candidate.kind === kind);
  if (block === undefined || rest.length > 0) throw new Error(`expected one block that is \`${kind}\``);
  return valueOf(block);
}
