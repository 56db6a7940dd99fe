import { describe } from '../diagnostics/describe';
import { Faults } from '../diagnostics/faults';
import { Place } from '../diagnostics/place';
import { didYouMean } from '../diagnostics/suggestion';
import type { LocatedDocument } from '../diagnostics/to-diagnostics';
import { isObject, own } from '../json';
import type { ExactJson, ExactObject } from '../json';
import type { TemplateLimits } from '../limits';
import { readSource } from '../reader/read-source';
import type { ResourceSchema } from '../schema/resource-schema';
import { readVersion } from '../sections/read-version';
import type { TemplateVersion } from '../versions/template-version';
import { templateSchema } from './template-schema';

/** A template of the request's files. */
export interface NestedSource {
  readonly name: string;
  readonly template: ExactObject;
  readonly version: TemplateVersion;
  readonly place: Place;
  readonly isText: (map: ExactObject, key: string) => boolean;
  /** Of the resources that it stands for. */
  readonly schema: ResourceSchema;
}

interface SourceReading {
  readonly files: Readonly<Record<string, ExactJson>>;
  readonly limits: TemplateLimits;
  /** Defaults of an environment's parameters reach every template. */
  readonly parameterDefaults: ExactObject;
  /** Heat takes every name for an attribute, until it asks for the attribute. */
  readonly anyAttributes: boolean;
  /** Takes the texts that are read, for the positions of faults. */
  readonly documents: LocatedDocument[];
}

/** A file that was read: what it is, or what is wrong with it. */
interface KnownFile {
  readonly source: NestedSource | null;
  readonly faults: Faults;
}

/** The files of a request as templates, each read when it is first asked for, and once. */
export class NestedSources {
  private readonly known = new Map<string, KnownFile>();

  constructor(private readonly reading: SourceReading) {}

  /**
   * `null` where there is none that can be read, which is reported to everybody who asks: at `asked` where
   * there is no such file.
   */
  find(name: string, asked: Place, faults: Faults): NestedSource | null {
    const { files } = this.reading;
    const content = own(files, name);
    if (content === undefined) {
      const missing = (): string => `\`files\` has no template \`${name}\`${didYouMean(name, Object.keys(files))}`;
      return faults.refuse(asked, () => `${missing()}: it is not fetched from elsewhere`);
    }
    const known = this.known.get(name) ?? this.readOnce(name, content);
    for (const { place, ...fault } of known.faults.list()) faults.addRead(place, fault);
    return known.source;
  }

  private readOnce(name: string, content: ExactJson): KnownFile {
    const faults = new Faults();
    const file = { source: this.read(name, content, faults), faults };
    this.known.set(name, file);
    return file;
  }

  private read(name: string, content: ExactJson, faults: Faults): NestedSource | null {
    const { limits, documents } = this.reading;
    const place = Place.root('files').at(name);
    const reading = readSource(content, 'json or yaml', limits);
    if (!reading.ok) {
      for (const fault of reading.faults) faults.addRead(place, fault);
      return null;
    }
    const { document } = reading;
    documents.push({ root: ['files', name], value: document.value, locate: (path) => document.locate(path) });
    const template = document.value;
    if (!isObject(template)) return faults.refuse(place, `expected a template, found ${describe(template)}`);
    const version = readVersion(template, place, faults);
    if (version === null) return null;
    const isText = (map: ExactObject, key: string): boolean => document.isText(map, key);
    return { ...{ name, template, version, place, isText }, schema: this.schemaOf(name, template, version) };
  }

  private schemaOf(name: string, template: ExactObject, version: TemplateVersion): ResourceSchema {
    const { parameterDefaults, anyAttributes } = this.reading;
    return { ...templateSchema(name, template, version, parameterDefaults), anyAttributes };
  }
}
