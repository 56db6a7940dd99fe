import { kindOf } from '../diagnostics/describe';
import { evaluate } from '../expressions/evaluate';
import type { Evaluation, Expression, FunctionCall } from '../expressions/expression';
import { listItems } from '../expressions/operands';
import { isCollection } from '../json';
import type { ExactJson } from '../json';
import { pythonJson } from '../text/python-json';
import { isTruthy } from '../text/truth';
import { isKnown, UNKNOWN } from '../values';
import type { Value } from '../values';
import type { CallSite, FunctionDefinition } from './function-definition';
import { named } from './function-row';

/**
 * `list_join: [delimiter, list]`: texts only
 * (https://docs.openstack.org/heat/latest/template_guide/hot_spec.html#list-join).
 */
export const listJoin: FunctionDefinition = {
  name: 'list_join',
  description: 'One text of the texts of a list, with a delimiter between them',
  parse: (argument, site) => parseListJoin(argument, site, false),
};

/** From 2015-10-15 on: several lists, and items that are maps or lists become JSON. */
export const listJoinSeveral: FunctionDefinition = {
  name: 'list_join',
  description: 'One text of the items of lists, with a delimiter between them; maps and lists as JSON',
  parse: (argument, site) => parseListJoin(argument, site, true),
};

/**
 * `Fn::Join: [delimiter, list]`: texts only
 * (https://docs.openstack.org/heat/latest/template_guide/functions.html#fn-join).
 */
export const fnJoin = named('Fn::Join', listJoin);

function parseListJoin(argument: ExactJson, site: CallSite, several: boolean): FunctionCall | null {
  const [delimiter, ...lists] = listItems(site.parse(argument, site.place)) ?? [];
  if (delimiter !== undefined && (several ? lists.length > 0 : lists.length === 1)) {
    return new ListJoin({ delimiter, lists }, several, site);
  }
  const form = several ? '[delimiter, list, …]' : '[delimiter, list]';
  const since =
    !several && lists.length > 1 && site.name === 'list_join'
      ? ': several lists are taken since version 2015-10-15'
      : '';
  return site.faults.refuse(site.place, `expected a list of the form ${form}${since}`);
}

class ListJoin implements FunctionCall {
  readonly operands: readonly Expression[];

  constructor(
    private readonly parts: { readonly delimiter: Expression; readonly lists: readonly Expression[] },
    /** Whether it is the one that takes several lists. */
    private readonly several: boolean,
    private readonly site: CallSite,
  ) {
    this.operands = [parts.delimiter, ...parts.lists];
  }

  evaluate(scope: Evaluation): Value {
    const delimiter = evaluate(this.parts.delimiter, scope);
    const limit = scope.limits.resolvedCharacters;
    const joined = new JoinedTexts(typeof delimiter === 'string' ? delimiter : '', limit);
    let known = true;
    for (const [index, list] of this.parts.lists.entries()) {
      if (!this.addTexts(evaluate(list, scope), index + 1, joined, scope)) known = false;
    }
    if (delimiter !== UNKNOWN && typeof delimiter !== 'string') {
      return scope.report(this.site.place.at(0), `expected a text as delimiter, found ${kindOf(delimiter)}`);
    }
    if (joined.isTooLong) {
      return scope.report(this.site.place, `the text becomes larger than the limit of ${limit} characters`);
    }
    return delimiter === UNKNOWN || !known ? UNKNOWN : joined.text();
  }

  /** Adds the texts of a list, as long as there is room; `false` where one is not known, or is none. */
  private addTexts(list: Value, position: number, joined: JoinedTexts, scope: Evaluation): boolean {
    if (list === UNKNOWN) return false;
    if (list === null) return true;
    const place = this.site.place.at(position);
    if (!Array.isArray(list)) {
      // With several lists, whatever is empty counts as an empty list.
      if (this.several && isKnown(list) && !isTruthy(list)) return true;
      scope.report(place, `expected a list, found ${kindOf(list)}`);
      return false;
    }
    let known = true;
    for (const [index, item] of list.entries()) {
      if (joined.isTooLong) break;
      const text = this.textOf(item, (detail) => scope.report(place.at(index), detail));
      if (text === UNKNOWN) known = false;
      else joined.add(text);
    }
    return known;
  }

  private textOf(item: Value, report: (detail: string) => typeof UNKNOWN): string | typeof UNKNOWN {
    if (item === null) return '';
    if (typeof item === 'string') return item;
    if (!isKnown(item)) return UNKNOWN;
    if (this.several && isCollection(item)) return pythonJson(item);
    return report(`expected ${this.several ? 'a text, map or list' : 'a text'} to join, found ${kindOf(item)}`);
  }
}

/** Texts with a delimiter between them, counted while they are made: each of them may be large. */
class JoinedTexts {
  private readonly texts: string[] = [];
  private length: number;

  constructor(
    private readonly delimiter: string,
    private readonly limit: number,
  ) {
    this.length = -delimiter.length;
  }

  get isTooLong(): boolean {
    return this.length > this.limit;
  }

  add(text: string): void {
    this.texts.push(text);
    this.length += text.length + this.delimiter.length;
  }

  text(): string {
    return this.texts.join(this.delimiter);
  }
}
