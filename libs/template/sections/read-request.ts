import type { Json, JsonObject } from '#contracts';
import { describe } from '../diagnostics/describe';
import type { Faults } from '../diagnostics/faults';
import { Place } from '../diagnostics/place';
import { didYouMean } from '../diagnostics/suggestion';
import type { LocatedDocument } from '../diagnostics/to-diagnostics';
import type { Environment } from '../environment/environment';
import { mergeEnvironments } from '../environment/merge-environments';
import { readEnvironment } from '../environment/read-environment';
import { isObject, nestsDeeperThan, own } from '../json';
import type { TemplateLimits } from '../limits';
import { readSource } from '../reader/read-source';
import type { Syntax } from '../reader/read-source';
import type { SourceDocument } from '../reader/source-document';
import type { StackRequest } from '../request';

/** The parts of a request, read as far as their texts go. */
export interface ReadRequest {
  /** `null` where it could not be read. */
  readonly template: JsonObject | null;
  readonly environment: Environment;
  readonly parameters: JsonObject;
  readonly files: ReadonlyMap<string, string>;
  /** Whether the key of a map in the template is a text as it is written. */
  readonly isText: (map: JsonObject, key: string) => boolean;
  /** The texts, for the positions of faults. */
  readonly documents: readonly LocatedDocument[];
}

export const TEMPLATE = Place.root('template');
const FILES = Place.root('files');

/** Reads template, environments and files; what cannot be read is reported, and the rest is read all the same. */
export function readRequest(request: StackRequest, limits: TemplateLimits, faults: Faults): ReadRequest {
  const reader = new RequestReader(request, limits, faults);
  const template = reader.readTemplate();
  const environment = reader.readEnvironments();
  const parameters = reader.readParameters();
  const { documents, isText } = reader;
  return { template, environment, parameters, files: reader.readFiles(), isText, documents };
}

class RequestReader {
  readonly documents: LocatedDocument[] = [];
  isText: ReadRequest['isText'] = () => true;

  constructor(
    private readonly request: StackRequest,
    private readonly limits: TemplateLimits,
    private readonly faults: Faults,
  ) {}

  readTemplate(): JsonObject | null {
    const document = this.read(this.request.template, ['template'], 'json or yaml');
    if (document === undefined) return null;
    const { value } = document;
    this.isText = (map, key) => document.isText(map, key);
    if (value === null && typeof this.request.template === 'string') return {};
    if (isObject(value)) return value;
    return this.faults.refuse(TEMPLATE, `expected a map, found ${describe(value)}`);
  }

  readEnvironments(): Environment {
    const { environment = null, environmentFiles = [] } = this.request;
    const own = this.readOne(environment, ['environment']);
    return mergeEnvironments([own, ...environmentFiles.map((name, index) => this.readFile(name, index))]);
  }

  readParameters(): JsonObject {
    const parameters = this.request.parameters ?? {};
    return this.isTooDeep(parameters, Place.root('parameters')) ? {} : parameters;
  }

  /** Files that are no texts are given as JSON. */
  readFiles(): Map<string, string> {
    const entries = Object.entries(this.request.files ?? {});
    const usable = entries.filter(([name, content]) => !this.isTooDeep(content, FILES.at(name)));
    return new Map(
      usable.map(([name, content]) => [name, typeof content === 'string' ? content : JSON.stringify(content)]),
    );
  }

  private readFile(name: string, index: number): Environment {
    const files = this.request.files ?? {};
    const content = own(files, name);
    if (content !== undefined) return this.readOne(content, ['files', name]);
    const place = Place.root('environment_files').at(index);
    this.faults.add(place, `\`files\` has no file \`${name}\`${didYouMean(name, Object.keys(files))}`);
    return readEnvironment(null, place, this.faults);
  }

  private readOne(source: Json, root: readonly string[]): Environment {
    const value = this.read(source, root, 'yaml')?.value ?? null;
    return readEnvironment(value, placeOf(root), this.faults);
  }

  /** `undefined` after a fault. */
  private read(source: Json, root: readonly string[], syntax: Syntax): SourceDocument | undefined {
    const reading = readSource(source, syntax, this.limits);
    if (reading.ok) {
      const { document } = reading;
      this.documents.push({ root, value: document.value, locate: (path) => document.locate(path) });
      return document;
    }
    for (const fault of reading.faults) this.faults.addRead(placeOf(root), fault);
    return undefined;
  }

  private isTooDeep(value: Json, place: Place): boolean {
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
