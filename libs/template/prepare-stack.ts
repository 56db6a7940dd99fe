import type { Diagnostic } from '#contracts';
import { toDiagnostics } from './diagnostics/to-diagnostics';
import { Faults } from './diagnostics/faults';
import { DEFAULT_LIMITS } from './limits';
import type { Outcome } from './outcome';
import type { PrepareOptions, StackRequest } from './request';
import { prepareTemplate } from './sections/prepare-template';
import type { Preparation } from './sections/preparation';
import { readRequest, TEMPLATE } from './sections/read-request';
import type { ReadRequest } from './sections/read-request';
import { readVersion } from './sections/read-version';
import { runToEnd } from './slices';
import type { Sliced } from './slices';
import type { PreparedStack } from './stack';

/**
 * Reads and checks a template with its environment, files and parameters, and finds every fault at
 * once. Never throws for what a user can send. Linear in the size of the request.
 */
export function prepareStack(request: StackRequest, options: PrepareOptions): Outcome<PreparedStack> {
  return runToEnd(prepareStackInSlices(request, options));
}

/** As `prepareStack`, in slices of some milliseconds; a text that is YAML is read in one. */
export function* prepareStackInSlices(request: StackRequest, options: PrepareOptions): Sliced<Outcome<PreparedStack>> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const findings = { faults: new Faults(), valueFaults: new Faults(), warnings: new Faults() };
  const read = readRequest(request, limits, findings.faults);
  yield;
  const stack = yield* prepare(read, { ...options, ...findings, limits });
  const { faults, valueFaults, warnings } = findings;
  const wrong = options.checkValues === false ? [faults] : [faults, valueFaults];
  const tell = (found: readonly Faults[]): Diagnostic[] =>
    withoutRepeats(found.flatMap((some) => toDiagnostics(some, read.documents)));
  if (stack === null || !wrong.every((found) => found.none)) return { ok: false, diagnostics: tell(wrong) };
  return {
    ok: true,
    value: stack,
    warnings: tell(options.checkValues === false ? [valueFaults, warnings] : [warnings]),
  };
}

/** `null` where there is no template to go on with; that is reported. */
function* prepare(read: ReadRequest, preparation: Omit<Preparation, 'version'>): Sliced<PreparedStack | null> {
  const { template } = read;
  const version = template && readVersion(template, TEMPLATE, preparation.faults);
  return template && version && (yield* prepareTemplate(template, read, { ...preparation, version }));
}

/** A reference to nothing is found both as a dependency and as a value. */
function withoutRepeats(diagnostics: Diagnostic[]): Diagnostic[] {
  const byText = new Map(diagnostics.map((diagnostic) => [`${diagnostic.path}\n${diagnostic.detail}`, diagnostic]));
  return [...byText.values()];
}
