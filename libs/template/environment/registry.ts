import { describe } from '../diagnostics/describe';
import { Faults } from '../diagnostics/faults';
import { Place } from '../diagnostics/place';
import { isObject } from '../json';
import type { ExactObject } from '../json';
import { findMapping } from './find-mapping';
import type { TypeMapping } from './find-mapping';
import { branchIn, branchJson, childBranch, emptyBranch, loadInto } from './registry-tree';
import type { RegistryBranch, RegistryEntry } from './registry-tree';
import { HOOKS, RESTRICTED_ACTIONS } from './resource-settings';
import type { Hook, RestrictedAction } from './resource-settings';
import { readSettings, wordsFor } from './settings-by-name';
import type { ResourceSettings } from './settings-by-name';
import { TypeEntries } from './type-entries';

/**
 * The `resource_registry` of an environment
 * (https://docs.openstack.org/heat/latest/template_guide/environment.html): what stands for which type,
 * for all resources or for those of a name, and where the work on resources is to stop. The user's entries
 * win over the operator's, those for one resource over those for all.
 */
export class Registry {
  private readonly forAll: TypeEntries;
  private readonly resources: RegistryBranch;
  private readonly settings: readonly ResourceSettings[];

  private constructor(
    private readonly root: RegistryBranch,
    private readonly operator: TypeEntries | undefined,
  ) {
    this.resources = branchIn(root, 'resources');
    this.forAll = new TypeEntries(root, true);
    this.settings = readSettings(this.resources);
  }

  /** `operator` is the registry of whoever runs the service. */
  static load(json: ExactObject, { placeOf, faults, operator }: RegistryLoading): Registry {
    const root = emptyBranch();
    branchIn(root, 'resources');
    const { resources = null, ...entries } = json;
    if (isObject(resources)) entries['resources'] = resources;
    else if (resources !== null) faults.add(placeOf('resources'), `expected a map, found ${describe(resources)}`);
    loadInto(root, entries, placeOf, faults);
    return new Registry(root, operator && readOperator(operator));
  }

  /** Follows the entries from a type to what is to be made in the end. */
  resolve(type: string, resource: string | undefined, isKnown: (type: string) => boolean): TypeMapping {
    return findMapping(type, { entriesFor: (name) => this.entriesFor(name, resource), isKnown });
  }

  /** What the type would be without the template that stands for it. */
  resolveBehind(
    type: string,
    resource: string,
    isKnown: (type: string) => boolean,
    template: RegistryEntry,
  ): TypeMapping {
    const entriesFor = (name: string): Iterable<RegistryEntry> => this.entriesFor(name, resource);
    return findMapping(type, { entriesFor, isKnown, passedOver: template });
  }

  /** The registry of the nested stack of a resource: below `resources`, what is said of resources inside it. */
  childOf(resource: string, template?: RegistryEntry): Registry {
    return new Registry(childBranch(this.root, resource, template), this.operator);
  }

  /** Where the work on the resource is to stop. */
  hooksOf(resource: string): readonly Hook[] {
    return wordsFor(resource, this.settings, 'hooks', HOOKS);
  }

  /** What an update may not do to the resource. */
  restrictedActionsOf(resource: string): readonly RestrictedAction[] {
    return wordsFor(resource, this.settings, 'restricted_actions', RESTRICTED_ACTIONS);
  }

  /** As it could be written in an environment: what was taken away is not in it. */
  toJson(): ExactObject {
    return branchJson(this.root);
  }

  /** The strongest first. */
  private *entriesFor(type: string, resource: string | undefined): Generator<RegistryEntry> {
    const own = resource === undefined ? undefined : this.entriesOf(resource)?.of(type);
    if (own !== undefined) yield own;
    yield* this.forAll.matching(type);
    if (this.operator !== undefined) yield* this.operator.matching(type);
  }

  private entriesOf(resource: string): TypeEntries | undefined {
    const branch = this.resources.nodes.get(resource);
    return branch?.kind === 'branch' ? new TypeEntries(branch, false) : undefined;
  }
}

interface RegistryLoading {
  readonly placeOf: (key: string) => Place;
  readonly faults: Faults;
  readonly operator?: ExactObject | undefined;
}

function readOperator(json: ExactObject): TypeEntries {
  const root = emptyBranch();
  loadInto(root, json, () => Place.root('registry'), new Faults());
  return new TypeEntries(root, false);
}
