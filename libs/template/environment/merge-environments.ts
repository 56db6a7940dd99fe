import { describe, oneOf } from '../diagnostics/describe';
import type { Faults } from '../diagnostics/faults';
import type { Place } from '../diagnostics/place';
import { objectOf, own } from '../json';
import type { ExactJson, ExactObject } from '../json';
import type { ParameterType } from '../stack';
import type { Environment, EnvironmentFile } from './environment';
import { joinValues } from './merge-values';

const STRATEGIES: readonly string[] = ['overwrite', 'merge', 'deep_merge'];

/** The type of a parameter that the template, or one of the request's files, declares. */
export type TypeOfParameter = (name: string) => ParameterType | undefined;

/**
 * One environment of several, each joined onto those before it
 * (https://docs.openstack.org/heat/latest/template_guide/environment.html): values of parameters by the
 * strategies that the files name, of which no two may disagree; entries of the registry replace those of
 * the same name.
 */
export function mergeEnvironments(
  base: Environment,
  files: readonly EnvironmentFile[],
  findings: { readonly typeOf: TypeOfParameter; readonly faults: Faults; readonly warnings: Faults },
): Environment {
  const agreed = new Map<string, ExactJson>();
  return files.reduce((earlier, file) => new Merge(earlier, file, { ...findings, agreed }).joined(), base);
}

interface MergeContext {
  readonly typeOf: TypeOfParameter;
  readonly faults: Faults;
  readonly warnings: Faults;
  /** The strategy of each parameter that an earlier file gave a value. */
  readonly agreed: Map<string, ExactJson>;
}

/** One file joined onto what came before it. */
class Merge {
  constructor(
    private readonly earlier: Environment,
    private readonly file: EnvironmentFile,
    private readonly context: MergeContext,
  ) {}

  joined(): Environment {
    const { earlier, file } = this;
    this.warnOfStrategies();
    return {
      parameters: this.joinParameters(earlier.parameters, file.parameters),
      parameterDefaults: this.joinParameters(earlier.parameterDefaults, file.parameterDefaults),
      resourceRegistry: joinRegistries(earlier.resourceRegistry, file.resourceRegistry),
      eventSinks: this.onlyOne(earlier.eventSinks, file.eventSinks, 'event_sinks'),
      encryptedParameters: this.onlyOne(earlier.encryptedParameters, file.encryptedParameters, 'encrypted_param_names'),
      places: new Map([...earlier.places, ...file.places]),
      registryPlaces: new Map([...earlier.registryPlaces, ...file.registryPlaces]),
    };
  }

  /** The first values are taken as they are; of later ones those count that some template has a parameter for. */
  private joinParameters(earlier: ExactObject, later: ExactObject): ExactObject {
    const known = Object.entries(later).flatMap(
      ([name, value]): [string, Exclude<ExactJson, null>, ParameterType][] => {
        const type = this.context.typeOf(name);
        return type === undefined || value === null ? [] : [[name, value, type]];
      },
    );
    for (const [name] of known) this.agreeOn(name);
    if (Object.keys(earlier).length === 0) return later;
    const values = new Map(Object.entries(earlier));
    for (const [name, value, type] of known) values.set(name, this.join(name, own(earlier, name), value, type));
    for (const name of Object.keys(later)) this.warnOfUnknown(name);
    return objectOf(values);
  }

  private join(
    name: string,
    earlier: ExactJson | undefined,
    later: Exclude<ExactJson, null>,
    type: ParameterType,
  ): ExactJson {
    const strategy = this.context.agreed.get(name);
    if (strategy !== 'merge' && strategy !== 'deep_merge') return later;
    const joined = joinValues(type, earlier, later, { deep: strategy === 'deep_merge' });
    if (joined.ok) return joined.value;
    const detail = `the strategy \`${strategy}\` is not possible for \`${name}\`, a ${type}: ${joined.reason}`;
    this.context.faults.add(this.placeOf(name), detail);
    return later;
  }

  /** Notes the strategy that the file wants for a parameter, which must be the one of earlier files. */
  private agreeOn(name: string): void {
    const { agreed, faults } = this.context;
    const strategy = this.strategyOf(name);
    const before = agreed.get(name);
    if (before === undefined) agreed.set(name, strategy);
    else if (before !== strategy) {
      const detail = `\`${name}\` is joined by ${describe(strategy)} here, and by ${describe(before)} in an earlier file`;
      faults.add(this.placeOf(name), detail);
    }
  }

  private strategyOf(name: string): ExactJson {
    const { strategies } = this.file;
    const fallback = valueOr('overwrite', own(strategies, 'default'));
    const strategy = valueOr(valueOr(fallback, this.context.agreed.get(name)), own(strategies, name));
    return isStrategy(strategy) ? strategy : fallback;
  }

  private onlyOne(earlier: readonly ExactJson[], later: readonly ExactJson[], section: string): readonly ExactJson[] {
    if (later.length === 0) return earlier;
    if (earlier.length > 0)
      this.context.faults.add(this.file.place.at(section), 'only one environment may have this section');
    return later;
  }

  private warnOfStrategies(): void {
    for (const [name, strategy] of Object.entries(this.file.strategies)) {
      if (isStrategy(strategy)) continue;
      const place = this.file.place.at('parameter_merge_strategies').at(name);
      const detail = `expected ${oneOf(STRATEGIES)}, found ${describe(strategy)}: values are overwritten`;
      this.context.warnings.add(place, detail);
    }
  }

  private warnOfUnknown(name: string): void {
    if (this.context.typeOf(name) !== undefined) return;
    this.context.warnings.add(this.placeOf(name), `no template has a parameter \`${name}\`: the value is left out`);
  }

  private placeOf(name: string): Place {
    return this.file.places.get(name) ?? this.file.place;
  }
}

function isStrategy(name: ExactJson): boolean {
  return typeof name === 'string' && STRATEGIES.includes(name);
}

/** `null` is a value too, if one of no use. */
function valueOr(fallback: ExactJson, value: ExactJson | undefined): ExactJson {
  return value === undefined ? fallback : value;
}

/** Entries that are `null` take nothing away from what an earlier file says. */
function joinRegistries(earlier: ExactObject, later: ExactObject): ExactObject {
  if (Object.keys(earlier).length === 0) return later;
  const entries = Object.entries(later).filter(([, value]) => value !== null);
  return objectOf([...Object.entries(earlier), ...entries]);
}
