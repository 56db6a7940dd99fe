import type { DataSource } from 'typeorm';
import type { JsonObject, ResourceId } from '#contracts';
import { digestOfToken } from '#entities';
import type { SecretBox } from '#entities';
import type { ResourceType, Signal } from '#resources';
import { withSession } from '../database/session';
import type { ClaimedNode } from './claimed-node';

/** The signals that a step is told, and that it may wait for more of. */
export interface AwaitedSignals {
  readonly of: ResourceId;
  readonly seen: number;
  readonly signals: readonly Signal[];
}

interface SignalRow {
  resource_id: ResourceId;
  id: number | null;
  sealed_body: Buffer | null;
}

const SIGNALS = 'r.id AS resource_id, s.id, s.sealed_body FROM resources r LEFT JOIN signals s ON s.resource_id = r.id';
const BY_ID = `SELECT ${SIGNALS} WHERE r.id = $2::uuid AND r.stack_id = $1 ORDER BY s.id`;
const BY_DIGEST = `SELECT ${SIGNALS} WHERE r.signal_digest = $2::bytea AND r.stack_id = $1 ORDER BY s.id`;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const TOKEN = /\/v2\/signals\/([A-Za-z0-9_-]+)$/;

/** Reads the signals that steps are told. */
export class SignalReader {
  constructor(
    private readonly database: DataSource,
    private readonly secrets: SecretBox,
  ) {}

  /** `undefined`: the type has no use for any, or they are of no resource of the node's stack. */
  async read(node: ClaimedNode, type: ResourceType, properties: JsonObject): Promise<AwaitedSignals | undefined> {
    if (type.signalsFrom) return this.find(node, type.signalsFrom(properties));
    const readsOwn = type.readSignal && !type.instant && node.phase !== 'cleanup';
    return readsOwn ? this.find(node, node.resource_id) : undefined;
  }

  private async find(node: ClaimedNode, source: string): Promise<AwaitedSignals | undefined> {
    const token = TOKEN.exec(source)?.[1];
    if (token !== undefined) return this.select(BY_DIGEST, node, digestOfToken(token));
    return UUID.test(source) ? this.select(BY_ID, node, source) : undefined;
  }

  private async select(text: string, node: ClaimedNode, value: unknown): Promise<AwaitedSignals | undefined> {
    const rows = await withSession(this.database, (session) => session.rows<SignalRow>(text, [node.stack_id, value]));
    const [first] = rows;
    if (first === undefined) return undefined;
    const signals = rows.flatMap(({ sealed_body: sealed }) =>
      sealed === null ? [] : [this.secrets.open(sealed) as unknown as Signal],
    );
    return { of: first.resource_id, seen: rows.at(-1)?.id ?? 0, signals };
  }
}
