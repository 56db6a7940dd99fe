import ts from 'typescript';

export function parseSource(name: string, text: string): ts.SourceFile {
  return ts.createSourceFile(name, text, ts.ScriptTarget.ES2023, true);
}

/** Every function of a source that has a body, by its position among them. */
export function functionsOf(file: ts.SourceFile): Map<ts.Node, number> {
  const functions = new Map<ts.Node, number>();
  forEachNode(file, (node) => {
    if (bodyOf(node) !== undefined) functions.set(node, functions.size);
  });
  return functions;
}

/** The text with a call at the start of each function, and of each round of a loop, made of the function's position. */
export function instrument(name: string, text: string, callOf: (position: number) => string): string {
  const file = parseSource(name, text);
  const insertions = [...functionsOf(file)].flatMap(([node, position]) => {
    const call = callOf(position);
    const own = inserted(bodyOf(node), call, file);
    return [...own, ...loopsWithin(node).flatMap((loop) => inserted(loop.statement, call, file))];
  });
  return insertions
    .sort((a, b) => b.at - a.at)
    .reduce((done, { at, text: more }) => done.slice(0, at) + more + done.slice(at), text);
}

interface Insertion {
  readonly at: number;
  readonly text: string;
}

function inserted(body: ts.Expression | ts.Statement | undefined, call: string, file: ts.SourceFile): Insertion[] {
  if (body === undefined) return [];
  const start = body.getStart(file);
  if (ts.isBlock(body)) return [{ at: start + 1, text: ` ${call};` }];
  const [before, after] = ts.isStatement(body) ? [`{ ${call}; `, ' }'] : [`(${call}, `, ')'];
  return [
    { at: start, text: before },
    { at: body.getEnd(), text: after },
  ];
}

function bodyOf(node: ts.Node): ts.ConciseBody | undefined {
  return ts.isFunctionLike(node) && 'body' in node ? node.body : undefined;
}

/** The loops of a function, without those of functions inside it. */
function loopsWithin(node: ts.Node): ts.IterationStatement[] {
  const loops: ts.IterationStatement[] = [];
  const visit = (child: ts.Node): void => {
    if (bodyOf(child) !== undefined) return;
    if (ts.isIterationStatement(child, false)) loops.push(child);
    ts.forEachChild(child, visit);
  };
  ts.forEachChild(node, visit);
  return loops;
}

function forEachNode(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => forEachNode(child, visit));
}
