const COLUMNS = `
  n.id, n.token, n.attempts, n.phase, n.task, n.sealed_step_state, n.root_id, n.operation_id, o.action AS operation_action,
  o.request_id, o.stack_id, s.name AS stack_name, o.project, r.id AS resource_id, r.name AS resource_name,
  r.type AS resource_type, r.action AS resource_action, r.status AS resource_status, r.definition_id, r.physical_id,
  r.deletion_policy, r.sealed_properties, r.made_type,
  CASE WHEN n.task IN ('decide', 'update') THEN r.sealed_metadata END AS sealed_metadata,
  CASE WHEN n.task = 'decide' THEN r.sealed_attributes END AS sealed_attributes, r.marked_unhealthy,
  CASE WHEN n.task = 'check' THEN r.status_reason END AS resource_reason,
  n.task = 'delete-replaced' AND EXISTS (SELECT 1 FROM resources newer WHERE newer.replaces = r.id) AS replaced,
  (EXTRACT(EPOCH FROM n.deadline - now()) * 1000)::float8 AS deadline_in_ms`;

/** What a work message's nodes are, without a claim: nodes that somebody has taken, or that are over, are left out. */
export const READ_PUBLISHED = `
  SELECT ${COLUMNS}
  FROM nodes n
  JOIN operations o ON o.id = n.operation_id
  JOIN stacks s ON s.id = o.stack_id
  JOIN resources r ON r.id = n.resource_id
  WHERE n.id = ANY($1::bigint[]) AND n.state = 'published' AND o.stage = 'running'`;

/**
 * Claims nodes in one state ($4) for a worker ($2); what another holds is skipped. The commit is the stored intent. A
 * step that was parked goes on in the time that it has left.
 */
export const CLAIM = `
  UPDATE nodes n
  SET state = 'running', worker_id = $2, token = n.token + 1, published_at = NULL,
    deadline = LEAST(COALESCE(n.deadline, now() + make_interval(secs => $3)), CASE WHEN o.paused_at IS NULL THEN o.deadline END)
  FROM operations o, stacks s, resources r
  WHERE n.id = ANY($1::bigint[]) AND n.state = $4 AND o.id = n.operation_id AND o.stage = 'running'
    AND s.id = o.stack_id AND r.id = n.resource_id
  RETURNING ${COLUMNS}`;

export const MARK_IN_PROGRESS = `
  UPDATE resources r SET action = c.action, status = 'IN_PROGRESS', status_reason = '', updated_at = now()
  FROM unnest($1::uuid[], $2::text[]) c(id, action) WHERE r.id = c.id`;

/** Gives nodes back that the engine has no room for. */
export const PUT_BACK = `
  UPDATE nodes SET state = 'ready', published_at = NULL
  WHERE id = ANY($1::bigint[]) AND state = 'published' RETURNING id, operation_id`;
