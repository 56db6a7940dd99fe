import { kindOf } from '../diagnostics/describe';
import { didYouMean } from '../diagnostics/suggestion';
import { evaluate } from '../expressions/evaluate';
import type { Evaluation, Expression, FunctionCall } from '../expressions/expression';
import { listItems } from '../expressions/operands';
import { objectOf } from '../json';
import type { ExactJson } from '../json';
import { UNKNOWN } from '../values';
import type { Unknown, Value } from '../values';
import { followPath } from './follow-path';
import type { CallSite, FunctionDefinition } from './function-definition';
import { noResource } from './get-resource';

/**
 * `get_attr: [resource, attribute, key or index, …]`. A path that leads nowhere gives `null`
 * (https://docs.openstack.org/heat/latest/template_guide/hot_spec.html#get-attr).
 */
export const getAttr: FunctionDefinition = {
  name: 'get_attr',
  description: 'An attribute of a resource of the same stack, or what lies at a path inside it',
  parse: (argument, site) => parseGetAttr(argument, site, 2),
};

/** From 2015-10-15 on the attribute may be left out: then it is a map of all of them. */
export const getAttrOrAll: FunctionDefinition = {
  ...getAttr,
  description: 'An attribute of a resource of the same stack, what lies at a path inside it, or all attributes',
  parse: (argument, site) => parseGetAttr(isOneCharacter(argument) ? [argument] : argument, site, 1),
};

/** To Python a text is a sequence, so that Heat takes `get_attr: r`, the text of one character, for `[r]`. */
function isOneCharacter(argument: ExactJson): boolean {
  return typeof argument === 'string' && argument.length === 1;
}

function parseGetAttr(argument: ExactJson, site: CallSite, fewest: number): FunctionCall | null {
  const operands = listItems(site.parse(argument, site.place));
  const [resource, attribute, ...path] = operands ?? [];
  if (resource === undefined || (operands?.length ?? 0) < fewest) {
    const form = fewest === 1 ? '[resource] or [resource, attribute, …]' : '[resource, attribute, …]';
    return site.faults.refuse(site.place, `expected a list of the form ${form}`);
  }
  return new GetAttr({ resource, attribute, path }, site);
}

/** A path leads on into the attribute. */
interface Operands {
  readonly resource: Expression;
  readonly attribute: Expression | undefined;
  readonly path: readonly Expression[];
}

export class GetAttr implements FunctionCall {
  readonly operands: readonly Expression[];

  constructor(
    private readonly parts: Operands,
    private readonly site: CallSite,
  ) {
    const attribute = parts.attribute === undefined ? [] : [parts.attribute];
    this.operands = [parts.resource, ...attribute, ...parts.path];
  }

  resource(scope: Evaluation): string | undefined {
    const name = evaluate(this.parts.resource, scope);
    return typeof name === 'string' ? name : undefined;
  }

  check(scope: Evaluation): void {
    this.names(scope);
  }

  evaluate(scope: Evaluation): Value {
    const names = this.names(scope);
    if (names === UNKNOWN) return UNKNOWN;
    const { resource, attribute } = names;
    if (attribute === undefined) return allAttributes(resource, scope);
    const path = this.parts.path.map((step) => evaluate(step, scope));
    return followPath(scope.attribute(resource, attribute), path, { indexTexts: false }) ?? null;
  }

  /** What a resource says of itself may be as secret as what went into it. */
  reveals(): boolean {
    return false;
  }

  /** Of what it asks for; what names nothing is reported, which may be as late as when the name is made by a value. */
  private names(scope: Evaluation): Names | Unknown {
    const resource = evaluate(this.parts.resource, scope);
    if (resource === UNKNOWN) return UNKNOWN;
    if (typeof resource !== 'string' || !scope.hasResource(resource)) {
      return scope.report(this.site.place, () => resourceFault(resource, scope));
    }
    if (this.parts.attribute === undefined) return { resource };
    const attribute = evaluate(this.parts.attribute, scope);
    const known = scope.attributeNames(resource);
    if (attribute === UNKNOWN) return UNKNOWN;
    if (isAttribute(attribute, resource, scope, known)) return { resource, attribute };
    return scope.report(this.site.place, () => attributeFault(resource, attribute, known ?? []));
  }
}

interface Names {
  readonly resource: string;
  readonly attribute?: string;
}

/** A type of which nothing is known may have any. */
function isAttribute(
  attribute: Value,
  resource: string,
  scope: Evaluation,
  known: readonly string[] | undefined,
): attribute is string {
  if (typeof attribute !== 'string') return false;
  if (known === undefined || known.includes(attribute)) return true;
  return attribute.startsWith('resource.') && scope.hasInnerAttributes(resource);
}

/** All that the type declares, but for what Heat adds to every type. */
function allAttributes(resource: string, scope: Evaluation): Value {
  const names = scope.attributeNames(resource);
  if (names === undefined) return UNKNOWN;
  const shown = names.filter((name) => name !== 'show');
  const attributes = shown.map((name) => [name, scope.attribute(resource, name)] as const);
  return attributes.every(([, value]) => value === UNKNOWN) ? UNKNOWN : objectOf(attributes);
}

function resourceFault(resource: Value, scope: Evaluation): string {
  if (typeof resource === 'string') return noResource(resource, scope);
  return `expected the name of a resource, found ${kindOf(resource)}`;
}

function attributeFault(resource: string, attribute: Value, known: readonly string[]): string {
  if (typeof attribute !== 'string') return `expected the name of an attribute, found ${kindOf(attribute)}`;
  return `the resource \`${resource}\` has no attribute \`${attribute}\`${didYouMean(attribute, known)}`;
}
