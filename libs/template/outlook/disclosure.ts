import { Faults } from '../diagnostics/faults';
import { NOTHING_KNOWN, StackEvaluation } from '../evaluation/stack-evaluation';
import type { Expression } from '../expressions/expression';
import { mapEntries } from '../expressions/operands';
import { forEachCall } from '../expressions/walk';
import { own } from '../json';
import { hiddenNames } from '../nested/tree';
import type { PreparedResource, PreparedStack } from '../stack';

/** What must not be shown besides what the stack's own parameters hide. */
export interface Secrets {
  /** Parameters whose values are hidden though the template does not say so. */
  readonly parameters: ReadonlySet<string>;
  /** Whether files hold what is hidden. */
  readonly files: boolean;
}

/**
 * Which values of a stack may be shown: none that a hidden parameter went into, directly or by way of what other
 * resources say of themselves. Which of two values an `if` takes is not hidden. Linear in the size of the stack.
 */
export class Disclosure {
  private readonly evaluation: StackEvaluation;
  /** Resources that something hidden went into. */
  private readonly discreet: ReadonlySet<string>;

  constructor(
    private readonly stack: PreparedStack,
    private readonly secrets: Secrets,
  ) {
    const hidden = new Set([...stack.world.hidden, ...secrets.parameters]);
    this.evaluation = new StackEvaluation({ ...stack.world, hidden }, NOTHING_KNOWN, new Faults());
    this.discreet = this.findDiscreet();
  }

  /** Whether what the property is to be may be shown; without a name, all of them. */
  property(resource: string, name: string | undefined): boolean {
    const prepared = this.stack.resources.get(resource);
    if (prepared === undefined) return false;
    const { properties, schema, nested } = prepared;
    // The properties of a nested stack are its parameters, which may hide what is not hidden out here.
    if (name !== undefined && nested?.world.hidden.has(name) === true) return false;
    const entries = name === undefined ? undefined : mapEntries(properties);
    if (name === undefined || entries === undefined) return this.shows(properties);
    const { renamedFrom = name } = own(schema.properties, name) ?? {};
    return [name, renamedFrom].every((written) => this.shows(entries.get(written) ?? NOTHING));
  }

  output(name: string): boolean {
    const output = this.stack.outputs.get(name);
    return output !== undefined && this.shows(output.value);
  }

  private shows(expression: Expression): boolean {
    return isShown(expression, this.evaluation, { files: this.secrets.files, resources: this.discreet });
  }

  private findDiscreet(): Set<string> {
    const resources = [...this.stack.resources.values()];
    const open = resources.filter((resource) => this.holdsSecrets(resource)).map(({ name }) => name);
    const found = new Set(open);
    const dependents = dependentsByReference(resources);
    for (let name = open.pop(); name !== undefined; name = open.pop()) {
      for (const dependent of dependents.get(name) ?? []) {
        if (found.has(dependent)) continue;
        found.add(dependent);
        open.push(dependent);
      }
    }
    return found;
  }

  private holdsSecrets({ properties, metadata, externalId, nested }: PreparedResource): boolean {
    const { files } = this.secrets;
    if (nested !== undefined && (files || hiddenNames(nested).size > 0)) return true;
    return [properties, metadata, externalId ?? NOTHING].some(
      (section) => !isShown(section, this.evaluation, { files, resources: NO_RESOURCES }),
    );
  }
}

const NOTHING: Expression = { kind: 'literal', value: null };
const NO_RESOURCES: ReadonlySet<string> = new Set();

interface Discreet {
  readonly files: boolean;
  readonly resources: ReadonlySet<string>;
}

/** What a resource says of itself is as secret as what went into it, and no more. */
function isShown(expression: Expression, evaluation: StackEvaluation, discreet: Discreet): boolean {
  let shown = true;
  forEachCall(expression, (call, name) => {
    const resource = call.resource?.(evaluation);
    if (resource !== undefined) shown &&= !discreet.resources.has(resource);
    else if (name === 'get_file') shown &&= !discreet.files;
    else shown &&= call.reveals?.(evaluation) ?? true;
  });
  return shown;
}

function dependentsByReference(resources: readonly PreparedResource[]): Map<string, string[]> {
  const dependents = new Map<string, string[]>();
  for (const { name, references } of resources) {
    for (const reference of references) {
      const known = dependents.get(reference);
      if (known) known.push(name);
      else dependents.set(reference, [name]);
    }
  }
  return dependents;
}
