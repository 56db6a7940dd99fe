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

/** Checks what a body asks for. A body of megabytes takes seconds: implementations see that nobody else waits for it. */
export abstract class TemplateChecker {
  abstract create(question: CreateQuestion): Promise<Verdict<CheckedStack>>;

  /** Answers the JSON text of the answer. */
  abstract validate(question: ValidateQuestion): Promise<Verdict<string>>;

  abstract close(): Promise<void>;
}
