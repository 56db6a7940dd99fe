import type { Diagnostic } from '#contracts';
import { Faults } from './diagnostics/faults';
import type { Place } from './diagnostics/place';
import { toDiagnostics } from './diagnostics/to-diagnostics';
import { Registry } from './environment/registry';
import { DEFAULT_LIMITS } from './limits';
import { NestedSources } from './nested/nested-sources';
import { prepareMembers } from './nested/prepare-members';
import type { Outcome } from './outcome';
import type { PrepareOptions, StackRequest } from './request';
import { prepareTemplate } from './sections/prepare-template';
import type { Nesting, NestingSteps, Preparation } from './sections/preparation';
import { PARAMETERS } from './sections/read-parameters';
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
  const read = readRequest(request, limits, findings);
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

type Options = Omit<Preparation, 'version' | 'place' | 'isText' | 'nesting'>;

/** `null` where there is no template to go on with; that is reported. */
function* prepare(read: ReadRequest, options: Options): Sliced<PreparedStack | null> {
  const { template, environment, files, isText } = read;
  const { faults, types } = options;
  const version = template && readVersion(template, TEMPLATE, faults);
  if (template === null || version === null) return null;
  const placeOf = (key: string): Place => environment.registryPlaces.get(key) ?? TEMPLATE;
  const registry = Registry.load(environment.resourceRegistry, { placeOf, faults, operator: types.registry });
  const { secret } = options;
  const values = { values: read.parameters, place: PARAMETERS, areProperties: false, ...(secret ? { secret } : {}) };
  const given = { request: values, environment };
  const nesting = nestingOf(read, options);
  return yield* prepareTemplate(
    template,
    { given, registry, files },
    { ...options, version, place: TEMPLATE, isText, nesting },
  );
}

function nestingOf({ contents, documents, environment }: ReadRequest, options: Options): Nesting {
  const { limits, nestedChecks = 'values' } = options;
  const { parameterDefaults } = environment;
  const anyAttributes = nestedChecks !== 'values';
  const sources = new NestedSources({ files: contents, limits, parameterDefaults, documents, anyAttributes });
  return { descents: [], sources, count: { resources: 0 }, steps: STEPS };
}

const STEPS: NestingSteps = {
  template: ({ template, version, place, isText }, request, preparation) =>
    prepareTemplate(template, request, { ...preparation, version, place, isText }),
  members: prepareMembers,
};

/** A reference to nothing is found both as a dependency and as a value. */
function withoutRepeats(diagnostics: Diagnostic[]): Diagnostic[] {
  const byText = new Map(diagnostics.map((diagnostic) => [`${diagnostic.path}\n${diagnostic.detail}`, diagnostic]));
  return [...byText.values()];
}
