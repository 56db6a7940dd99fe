import { Client } from 'pg';
import type { DataSource } from 'typeorm';

/** A node of a plan as EXPLAIN tells of it. */
export interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  Plans?: PlanNode[];
}

export interface SentStatement {
  text: string;
  values: unknown[];
}

/** What is sent to PostgreSQL over any connection of this process while `work` runs, but for heartbeats, which come at any time. */
export async function statementsOf(work: () => Promise<unknown>): Promise<SentStatement[]> {
  const query = jest.spyOn(Client.prototype, 'query');
  try {
    await work();
    const statements = query.mock.calls.map(([first, second]) => toStatement(first, second));
    return statements.filter(({ text }) => !text.startsWith('INSERT INTO workers'));
  } finally {
    query.mockRestore();
  }
}

function toStatement(first: unknown, second: unknown): SentStatement {
  const { text, values } = typeof first === 'string' ? { text: first, values: second } : (first as SentStatement);
  return { text, values: Array.isArray(values) ? (values as unknown[]) : [] };
}

/** Runs a statement and tells how: every node of its plan. */
export async function planOf(database: DataSource, { text, values }: SentStatement): Promise<PlanNode[]> {
  const explain = `EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${text}`;
  const [row] = await database.query<{ 'QUERY PLAN': { Plan: PlanNode }[] }[]>(explain, values);
  const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];
  return row!['QUERY PLAN'].flatMap(({ Plan }) => nodesOf(Plan));
}

/** Rows that were looked at to make a node's own: what it dropped counts too. */
export function visitedRows(node: PlanNode): number {
  const { 'Rows Removed by Filter': filtered = 0, 'Rows Removed by Index Recheck': rechecked = 0 } = node;
  return (node['Actual Rows'] + filtered + rechecked) * node['Actual Loops'];
}
