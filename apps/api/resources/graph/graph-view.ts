import { GraphDto, GraphEdgeDto } from '../dto/graph.dto';
import type { GraphRow } from '../resource-store';

/** A stack's resources as a graph. What a resource needed and is not there any more has no edge. */
export function graphView(rows: readonly GraphRow[]): GraphDto {
  const names = new Set(rows.map(({ name }) => name));
  return {
    nodes: rows.map(({ name, type, action, status }) => ({
      resource_name: name,
      resource_type: type,
      action,
      status,
      nested_stack_id: null,
    })),
    edges: rows.flatMap(({ name: from, requires }): GraphEdgeDto[] =>
      requires.filter((to) => names.has(to)).map((to) => ({ from, to })),
    ),
  };
}
