import { GraphDto, GraphNodeDto } from '../dto/graph.dto';

/** A graph in Graphviz's language (https://graphviz.org/doc/info/lang.html): arrows lead to what is needed. */
export function toDot(name: string, { nodes, edges }: GraphDto): string {
  const lines = [
    `digraph ${quoted(name)} {`,
    '  node [shape=box];',
    ...nodes.map((node) => `  ${quoted(node.resource_name)} [label=${labelOf(node)}];`),
    ...edges.map(({ from, to }) => `  ${quoted(from)} -> ${quoted(to)};`),
    '}',
  ];
  return `${lines.join('\n')}\n`;
}

/**
 * Any text as an identifier. Inside of quotes only the quote must be escaped; a backslash is doubled, so that it
 * escapes nothing, least of all the closing quote.
 */
function quoted(text: string): string {
  return `"${escaped(text)}"`;
}

/** Lines of their own for name, type and state. In labels `&` begins an HTML entity, and `\n` ends a line. */
function labelOf({ resource_name: name, resource_type: type, action, status }: GraphNodeDto): string {
  const lines = [name, type, `${action} ${status}`].map((line) =>
    escaped(line.replaceAll('&', '&amp;')).replaceAll('\n', '\\n'),
  );
  return `"${lines.join('\\n')}"`;
}

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"');
}
