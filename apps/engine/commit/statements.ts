/**
 * The fence: ends the nodes whose id and token match, and returns them. Every later statement of the commit takes
 * only those. A node that was only seen published counts as long as its operation is still at work.
 */
export const FINISH_NODES = `
  DELETE FROM nodes n
  USING unnest($1::bigint[], $2::int[]) f(id, token), operations o
  WHERE n.id = f.id AND n.token = f.token AND o.id = n.operation_id
    AND (n.state = 'running' OR (n.state = 'published' AND o.stage = 'running'))
  RETURNING n.id, n.token, n.state, n.operation_id, n.dependents::float8[] AS dependents`;

/** Cleanups of a newer operation that only waited for a resource that is gone now: nothing is left for them to do. */
export const FINISH_NEEDLESS = `
  DELETE FROM nodes n USING unnest($1::bigint[], $2::uuid[]) d(id, resource_id)
  WHERE n.id = d.id AND n.resource_id = d.resource_id AND n.state = 'waiting'
  RETURNING n.operation_id, n.dependents::float8[] AS dependents`;

export const KEEP_NODES = `
  UPDATE nodes n SET sealed_step_state = k.state
  FROM unnest($1::bigint[], $2::int[], $3::bytea[]) k(id, token, state)
  WHERE n.id = k.id AND n.token = k.token AND n.state = 'running'
  RETURNING n.id`;

export const PARK_NODES = `
  UPDATE nodes n SET state = 'parked', worker_id = NULL, sealed_step_state = k.state, awaits = k.awaits,
    deadline = GREATEST(
      CASE WHEN k.put_off_ms > 0 THEN GREATEST(n.deadline, now()) + make_interval(secs => k.put_off_ms / 1000.0)
        ELSE n.deadline END,
      now() + make_interval(secs => k.least_ms / 1000.0))
  FROM unnest($1::bigint[], $2::int[], $3::bytea[], $4::float8[], $5::float8[], $6::uuid[])
    k(id, token, state, put_off_ms, least_ms, awaits), operations o
  WHERE n.id = k.id AND n.token = k.token AND n.state = 'running' AND o.id = n.operation_id AND o.stage = 'running'
  RETURNING n.id, n.operation_id`;

/**
 * What was decided to be done becomes the node's task, on the row of the new incarnation where there is one. Where a
 * commit was not answered it may be so already.
 */
export const BEGIN_NODES = `
  WITH before AS (SELECT id, task FROM nodes WHERE id = ANY($1::bigint[]))
  UPDATE nodes n SET task = b.task, resource_id = COALESCE(b.replacement, n.resource_id), sealed_step_state = NULL
  FROM unnest($1::bigint[], $2::int[], $3::text[], $4::uuid[]) b(id, token, task, replacement), operations o, before
  WHERE n.id = b.id AND n.token = b.token AND n.state = 'running' AND o.id = n.operation_id AND o.stage = 'running'
    AND before.id = n.id
  RETURNING n.id, before.task = 'decide' AS "isNew"`;

export const INSERT_REPLACEMENTS = `
  INSERT INTO resources (id, stack_id, root_id, definition_id, name, type, made_type, requires, required_by,
    deletion_policy, replaces)
  SELECT b.replacement, r.stack_id, r.root_id, r.definition_id, r.name, r.type, b.made_type, r.requires, r.required_by,
    r.deletion_policy, r.id
  FROM unnest($1::uuid[], $2::uuid[], $3::text[]) b(replacement, replaced, made_type) JOIN resources r ON r.id = b.replaced`;

/** What a look told of things that are changed in place: it is what they are changed from. */
export const STORE_SEEN = `
  UPDATE resources r SET physical_id = COALESCE(c.physical_id, r.physical_id), sealed_properties = c.properties,
    sealed_attributes = COALESCE(c.attributes, r.sealed_attributes)
  FROM unnest($1::uuid[], $2::text[], $3::bytea[], $4::bytea[]) c(id, physical_id, properties, attributes)
  WHERE r.id = c.id`;

/** What is replaced because it is not what it was made to be: it never counts again. */
export const MARK_LOST = `
  UPDATE resources r SET action = 'CHECK', status = 'FAILED', status_reason = c.reason, updated_at = now()
  FROM unnest($1::uuid[], $2::text[]) c(id, reason) WHERE r.id = c.id`;

/** What would park, but was superseded meanwhile: it ends as it is, and the newer operation goes on from there. */
export const END_SUPERSEDED = `
  DELETE FROM nodes n USING unnest($1::bigint[], $2::int[]) k(id, token), operations o
  WHERE n.id = k.id AND n.token = k.token AND n.state = 'running' AND o.id = n.operation_id AND o.stage <> 'running'
  RETURNING n.id, n.dependents::float8[] AS dependents`;

/** A wait that would go beyond the step's deadline ends there. */
export const START_WAKE_TIMERS = `
  INSERT INTO timers (kind, due_at, root_id, operation_id, node_id)
  SELECT 'node-wake', LEAST(now() + make_interval(secs => t.ms / 1000.0), n.deadline), n.root_id, n.operation_id, n.id
  FROM unnest($1::bigint[], $2::float8[]) t(node_id, ms) JOIN nodes n ON n.id = t.node_id`;

/** What woke it before may have left a timer. */
export const DROP_WAKE_TIMERS = `DELETE FROM timers WHERE node_id = ANY($1::bigint[]) AND kind = 'node-wake'`;

/** Under the root's lock, which those that store signals take too. */
export const WAKE_SIGNALLED = `
  UPDATE nodes n SET state = 'ready' FROM unnest($1::bigint[], $2::bigint[]) w(id, seen)
  WHERE n.id = w.id AND n.state = 'parked'
    AND EXISTS (SELECT 1 FROM signals s WHERE s.resource_id = n.awaits AND s.id > w.seen)
  RETURNING n.operation_id`;

export const STORE_PHYSICAL_IDS = `
  UPDATE resources r SET physical_id = c.physical_id
  FROM unnest($1::uuid[], $2::text[]) c(id, physical_id) WHERE r.id = c.id`;

export const STORE_RESOURCES = `
  UPDATE resources r SET action = c.action, status = c.status, status_reason = c.reason,
    physical_id = COALESCE(c.physical_id, r.physical_id),
    sealed_attributes = COALESCE(c.attributes, r.sealed_attributes),
    sealed_properties = COALESCE(c.properties, r.sealed_properties),
    sealed_metadata = COALESCE(c.metadata, r.sealed_metadata),
    sealed_set_metadata = CASE WHEN c.action = 'UPDATE' AND c.metadata IS NOT NULL THEN NULL ELSE r.sealed_set_metadata END,
    requires = COALESCE(c.requires::text[], r.requires), signal_digest = COALESCE(c.signal_digest, r.signal_digest),
    updated_at = now()
  FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::bytea[], $7::bytea[], $8::bytea[],
    $9::text[], $10::bytea[])
    c(id, action, status, reason, physical_id, attributes, properties, metadata, requires, signal_digest)
  WHERE r.id = c.id`;

/** Nothing was done with them, but what they depend on has changed. */
export const STORE_REQUIREMENTS = `
  UPDATE resources r SET requires = c.requires::text[]
  FROM unnest($1::uuid[], $2::text[]) c(id, requires) WHERE r.id = c.id`;

export const FORGET_SIGNALS = `DELETE FROM signals WHERE resource_id = ANY($1::uuid[])`;

export const REMOVE_RESOURCES = `
  WITH told AS (DELETE FROM signals WHERE resource_id = ANY($1::uuid[]))
  DELETE FROM resources WHERE id = ANY($1::uuid[])`;

/** What waits, over however many steps, for the nodes named: none of it is going to be started. */
export const CANCEL_DEPENDENTS = `
  WITH RECURSIVE blocked(id) AS (
    SELECT unnest($1::bigint[])
    UNION
    SELECT unnest(n.dependents) FROM blocked b JOIN nodes n ON n.id = b.id
  )
  DELETE FROM nodes n USING blocked b WHERE n.id = b.id
  RETURNING n.operation_id`;

export const RELEASE_DEPENDENTS = `
  UPDATE nodes n SET waiting_for = n.waiting_for - d.count,
    state = CASE WHEN n.waiting_for = d.count THEN 'ready' ELSE n.state END
  FROM unnest($1::bigint[], $2::int[]) d(id, count)
  WHERE n.id = d.id
  RETURNING n.operation_id, n.state`;
