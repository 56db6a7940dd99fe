import { setTimeout as wait } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { SecretBox } from '#entities';
import { Broker, BrokerServer, QUEUES } from '#messaging';
import { Failpoints, Heartbeat } from '#process';
import type { Logger } from '#process';
import { loadResourceTypes } from '#resources';
import type { Providers, TypeRegistry } from '#resources';
import { applyChanges } from './commit/apply-changes';
import { GroupCommit } from './commit/group-commit';
import type { EngineConfig } from './config';
import { PreparedStacks } from './definitions/prepared-stacks';
import { createSealOutputs } from './definitions/seal-outputs';
import { Demands } from './operations/demands';
import type { Dispatcher } from './operations/dispatch';
import { createCompare } from './planning/compare';
import { Planner } from './planning/planner';
import { Sweeper } from './sweeping/sweeper';
import type { SweeperPorts } from './sweeping/sweeper';
import { SignalReader } from './work/awaited-signals';
import type { ClaimedNode } from './work/claimed-node';
import { EffectsPublisher } from './work/effects-publisher';
import { LeaseGuard } from './work/lease-guard';
import { Room } from './work/room';
import { StepInputsLoader } from './work/step-inputs';
import { StepRunner } from './work/step-runner';
import type { StepRunnerPorts } from './work/step-runner';
import { Worker } from './work/worker';

/** The parts of an engine, put together. */
export interface Engine {
  server: BrokerServer;
  worker: Worker;
  planner: Planner;
  sweeper: Sweeper;
  heartbeat: Heartbeat;
  runner: StepRunner;
  groupCommit: GroupCommit;
  publisher: EffectsPublisher;
}

export interface EngineGround {
  config: Readonly<EngineConfig>;
  database: DataSource;
  broker: Broker;
  log: Logger;
}

/** A call may take so much of a lease that, begun on a fresh renewal, it ends before the lease does. */
const CALL_SHARE_OF_LEASE = 8 / 15;
const GRACE_MS = 10_000;

const pause = async (ms: number): Promise<void> => wait(ms);

/** Wires an engine by hand: its parts know each other by narrow ports, which a container's tokens would only hide. */
export async function createEngine(ground: EngineGround): Promise<Engine> {
  const { config, database, broker, log } = ground;
  const types = await loadResourceTypes(config.resourceTypeModules);
  const tools = { types, secrets: new SecretBox(...config.secretKeys) };
  const prepared = new PreparedStacks(database, types, tools.secrets);
  const failpoints = new Failpoints(config.failpoints);
  const heartbeat: Heartbeat = new Heartbeat(database, {
    kind: 'engine',
    intervalMs: config.heartbeatMs,
    holds: () => ({ nodes: runner.busy }),
    log,
  });
  const { workerId } = heartbeat;
  const demands = new Demands();
  const isInstant = createIsInstant(prepared, types);
  const room = new Room(config.maxInFlight, () => runner.busy);
  const dispatcher = {
    ...dispatchingOf(config, demands),
    workerId,
    isInstant,
    room,
  };
  const sealOutputs = createSealOutputs(prepared, tools);
  const shared = { database, dispatcher, sealOutputs, failpoints, log, leaseMs: config.leaseMs, isInstant };
  const publisher = new EffectsPublisher(broker, failpoints, log);
  const groupCommit = new GroupCommit({
    apply: async (changes) => {
      failpoints.reach('before-commit');
      return applyChanges(shared, changes);
    },
    committed: (applied) => worker.committed(applied),
    wait: pause,
    log,
  });
  const commit = groupCommit.commit.bind(groupCommit);
  const runner: StepRunner = createRunner(ground, { ...tools, prepared, heartbeat, failpoints, commit });
  const server = new BrokerServer(broker, log);
  const worker: Worker = new Worker(
    { ...shared, prepared, runner, room, publisher, server, commit },
    config.maxInFlight,
  );
  const follow = worker.follow.bind(worker);
  const compare = createCompare(database, tools);
  const planner = new Planner({ ...shared, prepared, compare, follow }, { workerId, leaseMs: config.leaseMs });
  const sweeper = new Sweeper(
    { ...shared, heartbeat, publisher, demands, follow, ...holdings(planner, runner), ...asking(broker) },
    config,
  );
  return { server, worker, planner, sweeper, heartbeat, runner, groupCommit, publisher };
}

/** What this engine knows that it works on. */
function holdings(planner: Planner, runner: StepRunner): Pick<SweeperPorts, 'beingPlanned' | 'holds'> {
  return { beingPlanned: () => planner.beingPlanned, holds: runner.holds.bind(runner) };
}

/** What the sweeper asks the broker. */
function asking(broker: Broker): Pick<SweeperPorts, 'waitingMessages'> {
  return { waitingMessages: () => broker.countWaiting(QUEUES.work).catch(() => undefined) };
}

interface RunnerParts extends Pick<StepRunnerPorts, 'types' | 'secrets' | 'failpoints' | 'commit'> {
  prepared: PreparedStacks;
  heartbeat: Heartbeat;
}

function createRunner(
  { config, database, log }: EngineGround,
  { prepared, heartbeat, ...parts }: RunnerParts,
): StepRunner {
  const { leaseMs } = config;
  const guard = new LeaseGuard(database, heartbeat, { workerId: heartbeat.workerId, leaseMs, wait: pause });
  const inputs = new StepInputsLoader(database, prepared, parts);
  const signals = new SignalReader(database, parts.secrets);
  const outside = { providers: providersOf(config), mayCall: guard.mayCall.bind(guard), wait: pause };
  const limits = { callTimeoutMs: leaseMs * CALL_SHARE_OF_LEASE, callGraceMs: GRACE_MS };
  return new StepRunner({ inputs, signals, ...parts, ...outside, log }, limits);
}

function dispatchingOf(
  config: EngineConfig,
  demands: Demands,
): Pick<Dispatcher, 'actionTimeoutMs' | 'limits' | 'demandOf'> {
  return {
    actionTimeoutMs: config.actionTimeoutMs,
    limits: { total: config.windowTotal, perOperation: config.windowPerOperation },
    demandOf: (project) => demands.of(project),
  };
}

/** Whether a node's step touches nothing outside. Not known (a definition not read yet, a type not known): it may. */
function createIsInstant(prepared: PreparedStacks, types: TypeRegistry): (node: ClaimedNode) => boolean {
  return (node) => {
    const made = prepared.peek(node.definition_id)?.stack.resources.get(node.resource_name)?.schema.type;
    if (made === undefined || types.find(made) === undefined) return false;
    return types.get(made).instant ?? false;
  };
}

function providersOf(config: EngineConfig): Providers {
  const { providerDatabaseUrl, providerRabbitmqManagementUrl, providerRabbitmqVhost, publicUrl } = config;
  return {
    ...(publicUrl === undefined ? {} : { publicUrl }),
    ...(providerDatabaseUrl === undefined ? {} : { database: { url: providerDatabaseUrl } }),
    ...(providerRabbitmqManagementUrl === undefined
      ? {}
      : { rabbitmq: { managementUrl: providerRabbitmqManagementUrl, vhost: providerRabbitmqVhost } }),
  };
}
