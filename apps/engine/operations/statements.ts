import { SUSPECT_ATTEMPTS } from '../work/claimed-node';

export const LOAD_OPERATIONS = `SELECT o.id, o.stack_id, s.name AS stack_name, o.root_id, o.project, o.definition_id, o.action, o.status,
     o.status_reason, o.stage, o.first_failure, o.request_id, o.requested_by, s.operation_id = o.id AS current,
     o.paused_at IS NOT NULL AS paused, o.cancel_requested_at IS NOT NULL AS cancelling,
     s.disable_rollback, s.good_definition_id, s.timeout_mins, s.action AS stack_action, s.status AS stack_status,
     o.total, o.ready, o.published, o.running, o.parked, o.done, o.failed, o.cancelled, o.held
   FROM operations o JOIN stacks s ON s.id = o.stack_id WHERE o.id = ANY($1::uuid[])`;

export const STORE_OPERATIONS = `UPDATE operations o SET total = c.total, ready = c.ready, published = c.published, running = c.running,
     parked = c.parked, done = c.done, failed = c.failed, cancelled = c.cancelled, stage = c.stage,
     status = c.status, status_reason = c.status_reason, first_failure = c.first_failure, held = c.held,
     started_at = COALESCE(o.started_at, now()), finished_at = CASE WHEN c.stage = 'settled' THEN now() END,
     worker_id = NULL
   FROM unnest($1::uuid[], $2::int[], $3::int[], $4::int[], $5::int[], $6::int[], $7::int[], $8::int[], $9::int[],
     $10::text[], $11::text[], $12::text[], $13::text[], $14::int[])
     c(id, total, ready, published, running, parked, done, failed, cancelled, stage, status, status_reason, first_failure, held)
   WHERE o.id = c.id`;

export const SETTLE_STACKS = `UPDATE stacks s SET status = c.status, status_reason = c.reason, sealed_outputs = COALESCE(c.outputs, s.sealed_outputs),
     deleted_at = CASE WHEN c.gone THEN now() END, good_definition_id = COALESCE(c.good, s.good_definition_id),
     updated_at = now()
   FROM unnest($1::uuid[], $2::text[], $3::text[], $4::bytea[], $5::boolean[], $6::uuid[])
     c(id, status, reason, outputs, gone, good)
   WHERE s.id = c.id`;

export const DROP_TIMERS = 'DELETE FROM timers WHERE operation_id = ANY($1::uuid[])';

/** An operation that the engine begins becomes the current one, and the stack is what its definition says. */
export const MAKE_CURRENT = `UPDATE stacks s SET operation_id = $2, action = $3, status = 'IN_PROGRESS', status_reason = $4,
     definition_id = d.id, shown_parameters = COALESCE(d.shown_parameters, s.shown_parameters),
     description = COALESCE(d.description, s.description), updated_at = now()
   FROM definitions d WHERE s.id = $1 AND d.id = $5`;

export const SELECT_READY = `SELECT n.id, o.id AS operation_id FROM unnest($1::uuid[], $2::int[]) o(id, room)
   CROSS JOIN LATERAL (
     SELECT id FROM nodes WHERE operation_id = o.id AND state = 'ready' AND attempts < ${SUSPECT_ATTEMPTS} ORDER BY id LIMIT o.room) n`;

/** What paused operations had begun, and that waits no more: it goes on. */
export const SELECT_BEGUN = `SELECT id, operation_id FROM nodes
   WHERE operation_id = ANY($1::uuid[]) AND state = 'ready' AND token > 0 AND attempts < ${SUSPECT_ATTEMPTS}`;

/** Under the root's lock: of suspects that were found ready those that still are. */
export const PUBLISH_SUSPECTS = `UPDATE nodes SET state = 'published', published_at = now()
   WHERE id = ANY($1::bigint[]) AND state = 'ready' RETURNING id, operation_id`;

export const MARK_PUBLISHED = `UPDATE nodes SET state = 'published', published_at = now() WHERE id = ANY($1::bigint[])`;

/** All that goes forward has ended well: what cleans up waits for one thing less. */
export const RELEASE_HELD = `WITH released AS (
     UPDATE nodes SET waiting_for = waiting_for - 1, state = CASE WHEN waiting_for = 1 THEN 'ready' ELSE state END
     WHERE operation_id = $1 AND phase = 'cleanup' RETURNING state)
   SELECT count(*)::int AS ready FROM released WHERE state = 'ready'`;

/** Nothing is cleaned up where something went wrong: what is there may be needed again. */
export const CANCEL_HELD = `DELETE FROM nodes WHERE operation_id = $1 AND phase = 'cleanup'`;

export const WAKE_NODES = `
  UPDATE nodes SET state = 'ready' WHERE id = ANY($1::bigint[]) AND state = 'parked' RETURNING id, operation_id`;

/** What an operation that ends early had not begun. */
export const CANCEL_UNSTARTED = `
  DELETE FROM nodes WHERE operation_id = $1 AND state IN ('waiting', 'ready', 'published') RETURNING state`;

export const SELECT_PARKED = `SELECT id FROM nodes WHERE operation_id = $1 AND state = 'parked'`;

/** An operation that is planned and at work. */
export const FIND_RUNNING = `SELECT root_id FROM operations WHERE id = $1 AND stage = 'running'`;
