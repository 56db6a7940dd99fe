import { describe } from '../diagnostics/describe';
import type { Faults } from '../diagnostics/faults';
import { Place } from '../diagnostics/place';
import { didYouMean } from '../diagnostics/suggestion';
import type { LocatedDocument } from '../diagnostics/to-diagnostics';
import type { Environment, EnvironmentFile } from '../environment/environment';
import { mergeEnvironments } from '../environment/merge-environments';
import { parameterTypes } from '../environment/parameter-types';
import { readEnvironment, readEnvironmentFile } from '../environment/read-environment';
import { isObject, nestsDeeperThan, own } from '../json';
import type { ExactJson, ExactObject } from '../json';
import type { TemplateLimits } from '../limits';
import { readSource } from '../reader/read-source';
import type { Syntax } from '../reader/read-source';
import type { SourceDocument } from '../reader/source-document';
import type { StackRequest } from '../request';
import { exactJsonText } from '../text/exact-json-text';
import type { Findings } from './preparation';
import { PARAMETERS } from './read-parameters';

/** The parts of a request, read as far as their texts go. */
export interface ReadRequest {
  /** `null` where it could not be read. */
  readonly template: ExactObject | null;
  readonly environment: Environment;
  readonly parameters: ExactObject;
  readonly files: ReadonlyMap<string, string>;
  /** Whether the key of a map in the template is a text as it is written. */
  readonly isText: (map: ExactObject, key: string) => boolean;
  /** The files as they came: also what is no text. */
  readonly contents: Readonly<Record<string, ExactJson>>;
  /** The texts, for the positions of faults. */
  readonly documents: LocatedDocument[];
}

export const TEMPLATE = Place.root('template');
const FILES = Place.root('files');
const ENVIRONMENT = Place.root('environment');

/** Reads template, environments and files; what cannot be read is reported, and the rest is read all the same. */
export function readRequest(
  request: StackRequest,
  limits: TemplateLimits,
  findings: Pick<Findings, 'faults' | 'warnings'>,
): ReadRequest {
  const reader = new RequestReader(request, limits, findings);
  const template = reader.readTemplate();
  const environment = reader.readEnvironments(template);
  const parameters = reader.readParameters();
  const files = reader.readFiles();
  const { documents, isText } = reader;
  return { template, environment, parameters, files, contents: request.files ?? {}, documents, isText };
}

class RequestReader {
  readonly documents: LocatedDocument[] = [];
  isText: ReadRequest['isText'] = () => true;

  private readonly faults: Faults;

  constructor(
    private readonly request: StackRequest,
    private readonly limits: TemplateLimits,
    private readonly findings: Pick<Findings, 'faults' | 'warnings'>,
  ) {
    this.faults = findings.faults;
  }

  readTemplate(): ExactObject | null {
    const document = this.read(this.request.template, ['template'], 'json or yaml');
    if (document === undefined) return null;
    const { value } = document;
    this.isText = (map, key) => document.isText(map, key);
    if (value === null && typeof this.request.template === 'string') return {};
    if (isObject(value)) return value;
    return this.faults.refuse(TEMPLATE, `expected a map, found ${describe(value)}`);
  }

  readEnvironments(template: ExactObject | null): Environment {
    const { environment = null, environmentFiles = [], files = {} } = this.request;
    const base = readEnvironment(
      this.read(environment, ['environment'], 'yaml')?.value ?? null,
      ENVIRONMENT,
      this.faults,
    );
    const others = environmentFiles.map((name, index) => this.readFile(name, index));
    const typeOf = parameterTypes(template, files, this.limits);
    return mergeEnvironments(base, others, { ...this.findings, typeOf });
  }

  readParameters(): ExactObject {
    const parameters = this.request.parameters ?? {};
    return this.isTooDeep(parameters, PARAMETERS) ? {} : parameters;
  }

  /** Files that are no texts are given as JSON. */
  readFiles(): Map<string, string> {
    const entries = Object.entries(this.request.files ?? {});
    const usable = entries.filter(([name, content]) => !this.isTooDeep(content, FILES.at(name)));
    return new Map(
      usable.map(([name, content]) => [name, typeof content === 'string' ? content : exactJsonText(content)]),
    );
  }

  private readFile(name: string, index: number): EnvironmentFile {
    const files = this.request.files ?? {};
    const content = own(files, name);
    if (content !== undefined) {
      const value = this.read(content, ['files', name], 'yaml')?.value ?? null;
      return readEnvironmentFile(value, FILES.at(name), this.faults);
    }
    const place = Place.root('environment_files').at(index);
    this.faults.add(place, () => `\`files\` has no file \`${name}\`${didYouMean(name, Object.keys(files))}`);
    return readEnvironmentFile(null, place, this.faults);
  }

  /** `undefined` after a fault. */
  private read(source: ExactJson, root: readonly string[], syntax: Syntax): SourceDocument | undefined {
    const reading = readSource(source, syntax, this.limits);
    if (reading.ok) {
      const { document } = reading;
      this.documents.push({ root, value: document.value, locate: (path) => document.locate(path) });
      return document;
    }
    for (const fault of reading.faults) this.faults.addRead(placeOf(root), fault);
    return undefined;
  }

  private isTooDeep(value: ExactJson, place: Place): boolean {
    const deep = nestsDeeperThan(value, this.limits.nesting);
    if (deep)
      this.faults.add(place, `lists and maps stand in each other deeper than the limit of ${this.limits.nesting}`);
    return deep;
  }
}

function placeOf(root: readonly string[]): Place {
  const [part = '', ...steps] = root;
  return steps.reduce((place, step) => place.at(step), Place.root(part));
}
