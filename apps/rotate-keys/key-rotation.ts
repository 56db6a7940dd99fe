import { AppError } from '#contracts';
import type { SecretBox } from '#entities';
import type { ResealedRow, SealedRows, SeenRow, StoredRow } from './sealed-rows';

const BATCH_ROWS = 100;
const BATCH_BYTES = 4 * 1_024 * 1_024;
/** Someone who seals with an old key all the time must not keep the command at work for ever. */
const MOST_PASSES = 10;
const FAULTS_KEPT = 5;

/** What one pass over all tables came upon. */
export interface Pass {
  /** Values under another key than the current, by that key's id, before the pass changed any. */
  found: ReadonlyMap<string, number>;
  /** Of those, values in rows that stay as they are. */
  leftAlone: number;
  /** Rows that were sealed anew. */
  resealed: number;
  /** The first values that no key opens, and why. */
  faults: readonly string[];
}

/** Hears how far a pass has come. */
export type Progress = (table: string, seen: number, resealed: number) => void;

/**
 * Seals anew, with the current key, whatever another key sealed. Nothing is remembered but in the rows themselves, so it
 * can be ended at any moment and begun again.
 */
export class KeyRotation {
  constructor(
    private readonly tables: readonly SealedRows[],
    private readonly secrets: SecretBox,
    private readonly progress: Progress,
  ) {}

  /** Passes until one finds nothing, or changes nothing; answers the last. Rows that were locked come in a later pass. */
  async run(): Promise<Pass> {
    for (let passes = 1; ; passes += 1) {
      const pass = await this.pass({ isWriting: true });
      if (pass.resealed === 0) return pass;
      if (passes === MOST_PASSES) return this.pass({ isWriting: false });
    }
  }

  async pass({ isWriting }: { isWriting: boolean }): Promise<Pass> {
    const pass = { found: new Map<string, number>(), leftAlone: 0, resealed: 0, faults: [] as string[] };
    for (const rows of this.tables) {
      let seen = 0;
      let resealed = 0;
      for (let part = await rows.scan(undefined); part.length > 0; part = await rows.scan(part.at(-1)?.key)) {
        count(part, pass);
        if (isWriting) resealed += await this.reseal(rows, part, pass.faults);
        seen += part.length;
        this.progress(rows.table.name, seen, resealed);
      }
      pass.resealed += resealed;
    }
    return pass;
  }

  private async reseal(rows: SealedRows, part: readonly SeenRow[], faults: string[]): Promise<number> {
    let resealed = 0;
    for (const batch of batchesOf(part.filter(({ size, isLeftAlone }) => size > 0 && !isLeftAlone))) {
      const stored = await rows.read(batch.map(({ key }) => key));
      const anew = stored.map((row) => this.resealRow(rows, row, faults));
      const changed = anew.filter((row) => row.resealed.some((value) => value !== null));
      if (changed.length > 0) resealed += await rows.replace(changed);
    }
    return resealed;
  }

  private resealRow({ table }: SealedRows, row: StoredRow, faults: string[]): ResealedRow {
    const resealed = row.values.map((value, index) => {
      try {
        return value === null ? null : this.secrets.sealText(this.secrets.openText(value));
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        if (faults.length < FAULTS_KEPT)
          faults.push(`${table.name} ${row.key.join(' ')}, ${table.sealed[index]}: ${error.message}`);
        return null;
      }
    });
    return { ...row, resealed };
  }
}

function count(part: readonly SeenRow[], pass: { found: Map<string, number>; leftAlone: number }): void {
  for (const { under, isLeftAlone } of part) {
    for (const id of under) pass.found.set(id, (pass.found.get(id) ?? 0) + 1);
    if (isLeftAlone) pass.leftAlone += under.length;
  }
}

/** In the order that they came in; what is larger than a batch is one of its own. */
function* batchesOf(rows: readonly SeenRow[]): Generator<SeenRow[]> {
  let batch: SeenRow[] = [];
  let bytes = 0;
  for (const row of rows) {
    if (batch.length === BATCH_ROWS || (batch.length > 0 && bytes + row.size > BATCH_BYTES)) {
      yield batch;
      [batch, bytes] = [[], 0];
    }
    batch.push(row);
    bytes += row.size;
  }
  if (batch.length > 0) yield batch;
}
