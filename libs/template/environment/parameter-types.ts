import { Faults } from '../diagnostics/faults';
import { Place } from '../diagnostics/place';
import { isObject } from '../json';
import type { ExactJson, ExactObject } from '../json';
import type { TemplateLimits } from '../limits';
import { readParameter } from '../parameters/read-parameter';
import { readSource } from '../reader/read-source';
import { readMapSection } from '../sections/read-section';
import { readVersion } from '../sections/read-version';
import type { ParameterType } from '../stack';
import type { TypeOfParameter } from './merge-environments';

/**
 * Answers the type of a parameter of the template, or of one that some file declares which is a template
 * too: its default may be given where the parameters of the outermost template are. Files are read when
 * the template itself has no such parameter, and once.
 */
export function parameterTypes(
  template: ExactObject | null,
  files: Readonly<Record<string, ExactJson>>,
  limits: TemplateLimits,
): TypeOfParameter {
  const own = template === null ? new Map<string, ParameterType>() : typesIn(template);
  let inFiles: Map<string, ParameterType> | undefined;
  return (name) => {
    if (own.has(name)) return own.get(name);
    inFiles ??= typesInFiles(Object.values(files), limits);
    return inFiles.get(name);
  };
}

/** Of two files with a parameter of one name the later one counts. */
function typesInFiles(files: readonly ExactJson[], limits: TemplateLimits): Map<string, ParameterType> {
  const templates = files.flatMap((file) => {
    const reading = readSource(file, 'json or yaml', limits);
    return reading.ok && isObject(reading.document.value) ? [reading.document.value] : [];
  });
  return new Map(templates.flatMap((template) => [...typesIn(template)]));
}

/** What is wrong with a template is told when it is used. */
function typesIn(template: ExactObject): Map<string, ParameterType> {
  const [faults, place] = [new Faults(), Place.root('template')];
  const version = readVersion(template, place, faults);
  if (version === null) return new Map();
  const entries = readMapSection(template, version.keys.sections.parameters, place, faults);
  return new Map(
    entries.flatMap(([name, json]) => {
      const schema = readParameter(name, json, place, { rules: version.parameters, faults });
      return schema === null ? [] : [[name, schema.type] as const];
    }),
  );
}
