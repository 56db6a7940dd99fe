import type { ForeseenRow } from '#comparison';
import type { StackId } from '#contracts';
import type { Verdict } from '../requests/read-json';

/** A request to make a stack, with the body as it came. */
export interface CreateQuestion {
  body: Uint8Array | undefined;
  stackId: StackId;
  project: string;
  /** Quota of resources in a tree of stacks. */
  mostResources: number;
  /** Quota of nested stacks in each other. */
  mostNested: number;
  /** Quota of a template's size. */
  mostTemplateBytes: number;
}

/** A request to change a stack, with the body as it came. */
export interface UpdateQuestion {
  body: Uint8Array | undefined;
  /** `PATCH`: what the body leaves out stays. */
  method: 'PUT' | 'PATCH';
  stackId: StackId;
  stackName: string;
  project: string;
  /** Quota of resources in a tree of stacks. */
  mostResources: number;
  /** Quota of nested stacks in each other. */
  mostNested: number;
  /** Quota of a template's size. */
  mostTemplateBytes: number;
  /** The definition as it was last accepted. */
  current: SealedDefinition;
  /** `false`: what was sent back masked is refused. */
  mayUnmask?: boolean;
}

/** Asks what an update would do. */
export interface PreviewQuestion extends UpdateQuestion {
  rows: readonly ForeseenRow[];
  /** Whether any definition that the stack ever had hides a parameter. */
  everHid: boolean;
}

/** What a create would do, as JSON text, and what else it depends on. */
export interface CheckedPreview {
  name: string;
  preview: string;
}

/** A definition as it is stored. */
export interface SealedDefinition {
  template: Uint8Array;
  files: Uint8Array;
  environment: Uint8Array;
  parameters: Uint8Array;
}

/** What a stack is made by. */
export type CheckedDefinition = Omit<CheckedStack, 'name' | 'timeoutMins' | 'disableRollback' | 'tags'>;

/** What a changed stack is from now on; settings are absent where they stay. */
export interface CheckedUpdate extends CheckedDefinition {
  timeoutMins?: number;
  disableRollback?: boolean;
  tags?: string[];
}

/** A stack that may be made: whatever the transaction needs, as plain data that crosses threads. */
export interface CheckedStack {
  name: string;
  description: string;
  timeoutMins: number | null;
  disableRollback: boolean;
  tags: string[];
  /** JSON text. */
  shownParameters: string;
  sealedTemplate: Uint8Array;
  sealedFiles: Uint8Array;
  sealedEnvironment: Uint8Array;
  sealedParameters: Uint8Array;
}

export interface ValidateQuestion {
  body: Uint8Array | undefined;
  project: string;
}

/** Asks for a part of a definition as answers show it, with what hidden parameters hold masked. */
export interface ShowQuestion {
  part: 'environment' | 'files';
  current: SealedDefinition;
}

/** Checks what a body asks for. A body of megabytes takes seconds: implementations see that nobody else waits for it. */
export abstract class TemplateChecker {
  abstract create(question: CreateQuestion): Promise<Verdict<CheckedStack>>;

  abstract update(question: UpdateQuestion): Promise<Verdict<CheckedUpdate>>;

  /** Answers the JSON text of the answer. */
  abstract validate(question: ValidateQuestion): Promise<Verdict<string>>;

  abstract previewCreate(question: CreateQuestion): Promise<Verdict<CheckedPreview>>;

  /** Answers the JSON text of the answer. */
  abstract previewUpdate(question: PreviewQuestion): Promise<Verdict<string>>;

  /** Answers JSON text. Files of megabytes have to be read for it. */
  abstract show(question: ShowQuestion): Promise<string>;

  abstract close(): Promise<void>;
}
