import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { startCloud } from '../cloud/start-cloud';
import { randomOf } from '../support/cases';
import type { Kiln } from '../support/kiln';
import type { KilnProcess } from '../support/kiln-process';
import { lifeStories } from './life-story';
import { live } from './live';

/** Between two kills: shorter and longer than the leases of the tests. */
const KILL_AFTER_MS = { least: 200, most: 2_500 };

export interface SoakSettings {
  seed: number;
  inParallel: number;
  /** Whether no further life is begun. */
  isOver: () => boolean;
}

export interface SoakFigures {
  lives: number;
  kills: number;
}

/** Leads stacks through random lives while engines and notifiers are killed; throws, with the seed, what one comes upon. */
export async function soak(kiln: Kiln, { seed, inParallel, isOver }: SoakSettings): Promise<SoakFigures> {
  const killer = new Killer(kiln, randomOf(seed));
  const figures = { lives: 0, kills: 0 };
  const leadLives = async (): Promise<void> => {
    while (!isOver()) {
      figures.lives += 1;
      await leadLife(kiln, seed + figures.lives);
    }
  };
  try {
    await Promise.all(Array.from({ length: inParallel }, leadLives));
  } finally {
    figures.kills = await killer.stop();
  }
  return figures;
}

async function leadLife(kiln: Kiln, seed: number): Promise<void> {
  const [story] = fc.sample(lifeStories, { seed, numRuns: 1 });
  const cloud = await startCloud();
  try {
    await live(story!, `life-${seed}`, kiln, cloud);
  } catch (error) {
    throw new Error(`the life of seed ${seed}: ${JSON.stringify(story)}`, { cause: error });
  } finally {
    await cloud.close();
  }
}

/** Kills engines and notifiers, one after the other, and starts another in the place of each. */
class Killer {
  private kills = 0;
  private isStopped = false;
  private readonly ended: Promise<void>;

  constructor(
    private readonly kiln: Kiln,
    private readonly random: () => number,
  ) {
    this.ended = this.run();
  }

  /** Answers how many it killed. */
  async stop(): Promise<number> {
    this.isStopped = true;
    await this.ended;
    return this.kills;
  }

  private async run(): Promise<void> {
    const { least, most } = KILL_AFTER_MS;
    for (;;) {
      await wait(least + this.random() * (most - least));
      if (this.isStopped) return;
      const isEngine = this.random() < 0.75;
      await this.replaceOneOf(isEngine ? this.kiln.engines : this.kiln.notifiers, () =>
        isEngine ? this.kiln.startEngine() : this.kiln.startNotifier(),
      );
    }
  }

  private async replaceOneOf(processes: KilnProcess[], start: () => Promise<KilnProcess>): Promise<void> {
    const [victim] = processes.splice(Math.floor(this.random() * processes.length), 1);
    await victim?.kill();
    this.kills += 1;
    await start();
  }
}
