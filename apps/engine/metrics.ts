import { Counter, Gauge } from 'prom-client';
import type { Registry } from 'prom-client';
import { sessionCounts } from './database/session';
import type { Engine } from './engine';

/** Adds the engine's own figures, each read when somebody asks. */
export function registerEngineMetrics(registry: Registry, engine: Engine): void {
  const total = (name: string, help: string, read: () => number): void => {
    const counter = new Counter({
      name,
      help,
      registers: [registry],
      collect: () => {
        counter.reset();
        counter.inc(read());
      },
    });
  };
  total('kiln_engine_statements_total', 'SQL statements run', () => sessionCounts.statements);
  total('kiln_engine_transactions_total', 'transactions begun', () => sessionCounts.transactions);
  total('kiln_engine_messages_total', 'messages published', () => engine.publisher.published);
  const busy: Gauge = new Gauge({
    name: 'kiln_engine_nodes_in_flight',
    help: 'nodes claimed and not yet committed',
    registers: [registry],
    collect: () => busy.set(engine.runner.busy),
  });
}
