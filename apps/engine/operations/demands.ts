import type { Demand } from '#orchestration';

/** Who has work in progress, as counted at the last sweep: good enough to share room by, and no query for a commit. */
export class Demands {
  private operations = new Map<string, number>();

  update(rows: readonly { project: string; operations: number }[]): void {
    this.operations = new Map(rows.map((row) => [row.project, row.operations]));
  }

  of(project: string): Demand {
    const known = this.operations.has(project);
    return {
      projects: this.operations.size + (known ? 0 : 1),
      operationsInProject: this.operations.get(project) ?? 1,
    };
  }
}
