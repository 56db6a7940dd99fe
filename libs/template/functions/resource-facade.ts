import { oneOf } from '../diagnostics/describe';
import { evaluate } from '../expressions/evaluate';
import type { Evaluation, Expression, FunctionCall } from '../expressions/expression';
import type { ParentResource } from '../parent-resource';
import { UNKNOWN } from '../values';
import type { Value } from '../values';
import type { CallSite, FunctionDefinition } from './function-definition';

type Aspect = keyof ParentResource;

/**
 * `resource_facade: metadata`, `deletion_policy` or `update_policy`: of the resource that the nested stack
 * is (https://docs.openstack.org/heat/latest/template_guide/hot_spec.html#resource-facade).
 */
export const resourceFacade = define('resource_facade', {
  metadata: 'metadata',
  deletion_policy: 'deletionPolicy',
  update_policy: 'updatePolicy',
});

/**
 * `Fn::ResourceFacade: Metadata`, `DeletionPolicy` or `UpdatePolicy`
 * (https://docs.openstack.org/heat/latest/template_guide/functions.html#fn-resourcefacade).
 */
export const fnResourceFacade = define('Fn::ResourceFacade', {
  Metadata: 'metadata',
  DeletionPolicy: 'deletionPolicy',
  UpdatePolicy: 'updatePolicy',
});

function define(name: string, names: Readonly<Record<string, Aspect>>): FunctionDefinition {
  const aspects = new Map(Object.entries(names));
  return {
    name,
    description: 'What a nested stack’s resource says in the template that has it',
    parse: (argument, site) => {
      const operand = site.parse(argument, site.place);
      const call = new ResourceFacade(operand, aspects, site);
      if (operand.kind === 'call' || call.aspectOf(operand.kind === 'literal' ? operand.value : null)) return call;
      return site.faults.refuse(site.place, call.expected);
    },
  };
}

class ResourceFacade implements FunctionCall {
  readonly operands: readonly Expression[];
  readonly expected: string;

  constructor(
    private readonly argument: Expression,
    private readonly aspects: ReadonlyMap<string, Aspect>,
    private readonly site: CallSite,
  ) {
    this.operands = [argument];
    this.expected = `expected ${oneOf([...aspects.keys()])}`;
  }

  aspectOf(name: Value): Aspect | undefined {
    return typeof name === 'string' ? this.aspects.get(name) : undefined;
  }

  evaluate(scope: Evaluation): Value {
    const name = evaluate(this.argument, scope);
    if (name === UNKNOWN) return UNKNOWN;
    const aspect = this.aspectOf(name);
    if (aspect === undefined) return scope.report(this.site.place, this.expected);
    const parent = scope.parentResource;
    return parent === undefined ? scope.report(this.site.place, NO_PARENT) : parent[aspect];
  }

  /** The parent's metadata may be as secret as what went into it. */
  reveals(): boolean {
    return false;
  }
}

const NO_PARENT = 'only the template of a nested stack has a resource that it stands for';
