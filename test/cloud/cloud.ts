/** A thing that the cloud made. */
export interface CloudServer {
  readonly id: string;
  /** What the request that made it named as its key; `null`: none. */
  readonly key: string | null;
  readonly size: string;
}

/** What came of a request for a server. */
export type Creation =
  | { readonly kind: 'made' | 'found'; readonly server: CloudServer }
  /** The key's server was deleted: the request is late. */
  | { readonly kind: 'over' };

/**
 * What a cloud remembers. A new id at each create, unless the key is known; a key that was deleted makes nothing
 * any more, also where nothing had been made for it yet, so that a create that is still on its way when the delete
 * comes leaves nothing behind.
 */
export class Cloud {
  private readonly servers = new Map<string, CloudServer>();
  private readonly idOfKey = new Map<string, string>();
  private readonly deletedKeys = new Set<string>();
  private made = 0;

  create(key: string | null, size: string): Creation {
    if (key !== null) {
      if (this.deletedKeys.has(key)) return { kind: 'over' };
      const known = this.ofKey(key);
      if (known !== undefined) return { kind: 'found', server: known };
    }
    this.made += 1;
    const server = { id: `server-${this.made}`, key, size };
    this.servers.set(server.id, server);
    if (key !== null) this.idOfKey.set(key, server.id);
    return { kind: 'made', server };
  }

  find(id: string): CloudServer | undefined {
    return this.servers.get(id);
  }

  /** Whether there was anything to delete. */
  delete(id: string): boolean {
    const key = this.servers.get(id)?.key ?? null;
    if (key !== null) this.deletedKeys.add(key);
    return this.servers.delete(id);
  }

  deleteByKey(key: string): boolean {
    this.deletedKeys.add(key);
    const id = this.idOfKey.get(key);
    return id !== undefined && this.servers.delete(id);
  }

  /** As somebody changes it who knows nothing of Kiln. */
  resize(id: string, size: string): void {
    const server = this.servers.get(id);
    if (server !== undefined) this.servers.set(id, { ...server, size });
  }

  /** In the order in which they were made. */
  living(): CloudServer[] {
    return [...this.servers.values()];
  }

  private ofKey(key: string): CloudServer | undefined {
    const id = this.idOfKey.get(key);
    return id === undefined ? undefined : this.servers.get(id);
  }
}
