import { SUSPECT_ATTEMPTS } from '../work/claimed-node';

// Sweeps lock rows outside any root's lock, so they skip what is locked: they never wait, and nothing waits long for them.

/** Operations whose command was lost, whose planner died, or whose planning failed here ($3; $4 are being planned). */
export const RECALL_COMMANDS = `
  UPDATE operations o SET published_at = now()
  WHERE o.id IN (
    SELECT id FROM operations p
    WHERE p.stage = 'requested' AND p.published_at < now() - make_interval(secs => $1) AND p.id <> ALL($4::uuid[])
      AND NOT EXISTS (
        SELECT 1 FROM workers w
        WHERE w.id = p.worker_id AND w.id <> $3 AND w.heartbeat_at > now() - make_interval(secs => $2))
    ORDER BY p.published_at LIMIT 100 FOR UPDATE SKIP LOCKED)
  RETURNING o.id AS operation_id, o.stack_id, o.request_id`;

export const ANY_UNTAKEN = `
  SELECT EXISTS (
    SELECT 1 FROM nodes WHERE state = 'published' AND published_at < now() - make_interval(secs => $1)) AS untaken`;

/** Nodes that were published and that nobody took. */
export const RECALL_NODES = `
  UPDATE nodes n SET published_at = now()
  WHERE n.id IN (
    SELECT m.id FROM nodes m JOIN operations o ON o.id = m.operation_id
    WHERE m.state = 'published' AND m.published_at < now() - make_interval(secs => $1) AND o.stage = 'running'
    ORDER BY m.published_at LIMIT 1000 FOR UPDATE OF m SKIP LOCKED)
  RETURNING n.id`;

/**
 * Operations that nobody's commit is going to take any further: they have ready nodes and none that is told to the work
 * queue, or no node that is at work; they were asked to end; or, where they are paused, what they had begun is ready.
 */
export const FIND_RESTING = `
  SELECT id AS operation_id, root_id FROM operations o
  WHERE stage = 'running' AND CASE
    WHEN cancel_requested_at IS NOT NULL AND total > done + failed + cancelled + running THEN true
    WHEN published > 0 THEN false
    WHEN paused_at IS NULL THEN ready > 0 OR (running = 0 AND parked = 0 AND done + failed + cancelled >= total - held)
    ELSE EXISTS (SELECT 1 FROM nodes n WHERE n.operation_id = o.id AND n.state = 'ready' AND n.token > 0)
  END
  ORDER BY started_at LIMIT 100`;

/** One suspect of each operation that has one ready; `nodes_suspect` is the index for this very condition. */
export const FIND_SUSPECTS = `
  SELECT DISTINCT ON (n.operation_id) n.id, n.operation_id, n.root_id
  FROM nodes n JOIN operations o ON o.id = n.operation_id
  WHERE n.state = 'ready' AND n.attempts >= ${SUSPECT_ATTEMPTS} AND o.stage = 'running'
  ORDER BY n.operation_id, n.id LIMIT 100`;

/** Nodes of workers that are not alive any more. */
export const FIND_LOST = `
  SELECT n.id, n.token, n.root_id FROM nodes n
  WHERE n.state = 'running' AND NOT EXISTS (
    SELECT 1 FROM workers w WHERE w.id = n.worker_id AND w.heartbeat_at > now() - make_interval(secs => $1))
  LIMIT 500`;

/**
 * Under the root's lock: a new token, so that whatever the old worker still commits changes nothing. Nor is the next
 * worker short of the time that was lost with this one.
 */
export const TAKE_BACK = `
  UPDATE nodes n SET state = 'ready', token = n.token + 1, attempts = n.attempts + 1, worker_id = NULL, deadline = NULL
  WHERE n.id = ANY($1::bigint[]) AND n.state = 'running' AND NOT EXISTS (
    SELECT 1 FROM workers w WHERE w.id = n.worker_id AND w.heartbeat_at > now() - make_interval(secs => $2))
  RETURNING n.id, n.operation_id, n.attempts`;

/** What the database says that this worker holds. */
export const FIND_OWN = `SELECT id, token, root_id FROM nodes WHERE state = 'running' AND worker_id = $1`;

/** Under the root's lock: nodes that their own worker knows nothing of. */
export const GIVE_UP_OWN = `
  UPDATE nodes n SET state = 'ready', token = n.token + 1, worker_id = NULL, deadline = NULL
  FROM unnest($1::bigint[], $2::int[]) f(id, token)
  WHERE n.id = f.id AND n.token = f.token AND n.state = 'running' AND n.worker_id = $3
  RETURNING n.id, n.operation_id, n.attempts`;

/**
 * Nodes long past their deadline ($1 seconds): their worker, whose lease ($2) is good, should have ended them and has
 * not. What a worker holds whose lease is lost is taken back instead, and gets new time.
 */
export const FIND_OVERDUE = `
  SELECT n.id, n.token, n.root_id FROM workers w JOIN nodes n ON n.worker_id = w.id AND n.state = 'running'
  WHERE w.heartbeat_at > now() - make_interval(secs => $2) AND n.deadline < now() - make_interval(secs => $1)
  LIMIT 500`;

export const TAKE_OVERDUE = `
  UPDATE nodes n SET state = 'ready', token = n.token + 1, worker_id = NULL
  FROM workers w
  WHERE n.id = ANY($1::bigint[]) AND n.state = 'running' AND n.deadline < now() - make_interval(secs => $2)
    AND w.id = n.worker_id AND w.heartbeat_at > now() - make_interval(secs => $3)
  RETURNING n.id, n.operation_id, n.attempts`;

export const DROP_ORPHANS = `DELETE FROM nodes WHERE id = ANY($1::bigint[]) RETURNING dependents::float8[] AS dependents`;

/** Rows of processes that died long ago and hold nothing. */
export const DROP_STALE_WORKERS = `
  DELETE FROM workers w WHERE w.heartbeat_at < now() - make_interval(secs => $1) - interval '1 minute'
    AND NOT EXISTS (SELECT 1 FROM nodes n WHERE n.state = 'running' AND n.worker_id = w.id)`;

export const COUNT_DEMAND = `
  SELECT project, count(*)::int AS operations FROM operations WHERE stage <> 'settled' GROUP BY project`;

/**
 * Takes timers that are due, for half a minute: whoever took them acts and then removes them, and if that process
 * dies they are due again.
 */
export const TAKE_TIMERS = `
  UPDATE timers t SET due_at = now() + interval '30 seconds'
  WHERE t.id IN (SELECT id FROM timers WHERE due_at <= now() ORDER BY due_at LIMIT 500 FOR UPDATE SKIP LOCKED)
  RETURNING t.id, t.kind, t.root_id, t.operation_id, t.node_id`;

export const DROP_TAKEN_TIMERS = `DELETE FROM timers WHERE id = ANY($1::bigint[])`;

/** Stacks that are deleted for $1 days, and of which nothing is left to be told. */
export const FIND_PURGEABLE = `
  SELECT s.root_id FROM stacks s
  WHERE s.deleted_at < now() - make_interval(days => $1) AND s.parent_id IS NULL
    AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.root_id = s.root_id)
  ORDER BY s.deleted_at LIMIT 100`;

const OF_ROOTS = 'stack_id IN (SELECT id FROM stacks WHERE root_id = ANY($1::uuid[]))';

/** Under the roots' lock, in this order: the stacks tell what is theirs. */
export const PURGE = [
  `DELETE FROM definitions WHERE ${OF_ROOTS}`,
  `DELETE FROM operations WHERE ${OF_ROOTS}`,
  'DELETE FROM log_stretches WHERE root_id = ANY($1::uuid[])',
  'DELETE FROM stacks WHERE root_id = ANY($1::uuid[])',
  'DELETE FROM roots WHERE id = ANY($1::uuid[])',
];
