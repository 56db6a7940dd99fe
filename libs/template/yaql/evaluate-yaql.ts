import type { ExactJson } from '../json';
import { LIBRARY } from './library/library';
import { admit } from './runtime/admit';
import { Interpreter } from './runtime/interpreter';
import { Meter } from './runtime/meter';
import type { Syntax } from './syntax/syntax-tree';
import { fromJson } from './values/from-json';
import { toJson } from './values/to-json';

/** Evaluates an expression with `$` being the data. Throws a `YaqlFault` where something is wrong. */
export function evaluateYaql(syntax: Syntax, data: ExactJson, mostCharacters: number): ExactJson {
  const meter = new Meter();
  const scope = LIBRARY.child();
  scope.set('$', fromJson(data, meter));
  const result = admit(new Interpreter(meter).evaluate(syntax, scope), meter);
  return toJson(result, meter, mostCharacters);
}
