/**
 * Takes the right to plan an operation; nobody else has it, or who had it is not alive any more. Who takes what it had
 * already is alive, so that no engine was lost with it: that is no further attempt.
 */
export const CLAIM_OPERATION = `
  UPDATE operations o SET worker_id = $2, token = o.token + 1, attempts = o.attempts + (o.worker_id IS DISTINCT FROM $2)::int,
    published_at = now()
  WHERE o.id = $1 AND o.stage = 'requested' AND NOT EXISTS (
    SELECT 1 FROM workers w WHERE w.id = o.worker_id AND w.id <> $2 AND w.heartbeat_at > now() - make_interval(secs => $3))
  RETURNING o.id, o.stack_id, o.root_id, o.definition_id, o.action, o.attempts, o.token,
    o.definition_id IS NOT DISTINCT FROM (SELECT s.good_definition_id FROM stacks s WHERE s.id = o.stack_id) AS to_good,
    EXISTS (SELECT 1 FROM resources r WHERE r.stack_id = o.stack_id) AS has_resources`;

/** Planning failed while its engine lives: that is no lost lease, and does not count as an attempt. */
export const GIVE_BACK_OPERATION = `
  UPDATE operations SET worker_id = NULL, attempts = attempts - 1 WHERE id = $1 AND token = $2 AND stage = 'requested'`;

export const DROP_OLDER_NODES = `
  DELETE FROM nodes n USING operations o
  WHERE o.stack_id = $1 AND o.id <> $2 AND n.operation_id = o.id AND n.state <> 'running'`;

export const DROP_OLDER_TIMERS = `
  DELETE FROM timers t USING operations o WHERE o.stack_id = $1 AND o.id <> $2 AND t.operation_id = o.id`;

export const SELECT_RUNNING = `
  SELECT n.id AS node, n.resource_id AS "resourceId", n.phase
  FROM operations o JOIN nodes n ON n.operation_id = o.id
  WHERE o.stack_id = $1 AND o.id <> $2 AND n.state = 'running'`;

/** What waited for an older operation's running steps is gone; from now on the new nodes wait for them. */
export const WAIT_FOR_RUNNING = `
  UPDATE nodes n SET dependents = c.dependents::bigint[]
  FROM unnest($1::bigint[], $2::text[]) c(id, dependents) WHERE n.id = c.id`;

export const SELECT_RESOURCES = `
  SELECT id, name, requires, action <> 'INIT' AS begun FROM resources WHERE stack_id = $1 ORDER BY name, id`;

export const DISCARD_RESOURCES = `DELETE FROM resources WHERE id = ANY($1::uuid[])`;

export const INSERT_RESOURCES = `
  INSERT INTO resources (id, stack_id, root_id, definition_id, name, type, made_type, requires, required_by,
    deletion_policy, replaces)
  SELECT id, $1, $2, $3, name, type, made_type, requires::text[], required_by::text[], deletion_policy, replaces
  FROM unnest($4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::uuid[])
    r(id, name, type, made_type, requires, required_by, deletion_policy, replaces)`;

/** Rows become the wanted resources of the new definition. What changes still depends on what it did until that is done. */
export const BIND_RESOURCES = `
  UPDATE resources r SET definition_id = $1, type = b.type, required_by = b.required_by::text[],
    deletion_policy = b.deletion_policy,
    requires = CASE WHEN b.unchanged THEN b.requires::text[]
      ELSE ARRAY(SELECT DISTINCT unnest(r.requires || b.requires::text[]) ORDER BY 1) END
  FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::boolean[])
    b(id, type, requires, required_by, deletion_policy, unchanged)
  WHERE r.id = b.id`;

/** Older incarnations count again, in the place of those that replaced them. */
export const RESTORE_RESOURCES = `
  WITH freed AS (UPDATE resources SET replaces = NULL WHERE replaces = ANY($1::uuid[]) AND id <> ALL($1::uuid[]))
  UPDATE resources r SET replaces = c.replaces FROM unnest($1::uuid[], $2::uuid[]) c(id, replaces) WHERE r.id = c.id`;

/** What is there, to be compared with what is wanted; the version changes with the row. */
export const SELECT_MADE = `
  SELECT id, name, requires, action <> 'INIT' AS begun, replaces, xmin::text AS version, stack_id, physical_id, made_type,
    action AS resource_action, status AS resource_status, sealed_properties, sealed_attributes, sealed_metadata,
    marked_unhealthy
  FROM resources WHERE stack_id = $1 ORDER BY name, id`;

/** The same under the root's lock, without what is large. */
export const SELECT_INCARNATIONS = `
  SELECT id, name, requires, action <> 'INIT' AS begun, replaces, xmin::text AS version
  FROM resources WHERE stack_id = $1 ORDER BY name, id`;

export const DRAW_NODE_IDS = `SELECT nextval('node_ids') AS id FROM generate_series(1, $1::int)`;

export const INSERT_NODES = `
  INSERT INTO nodes (id, operation_id, root_id, resource_id, phase, task, state, waiting_for, dependents)
  SELECT id, $1, $2, resource_id, phase, task, CASE WHEN waiting_for = 0 THEN 'ready' ELSE 'waiting' END, waiting_for, dependents::bigint[]
  FROM unnest($3::bigint[], $4::uuid[], $5::text[], $6::text[], $7::int[], $8::text[])
    n(id, resource_id, phase, task, waiting_for, dependents)`;
