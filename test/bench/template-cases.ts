import { planCreate } from '#orchestration';
import { loadResourceTypes } from '#resources';
import type { TypeRegistry } from '#resources';
import { prepareStack, resolveProperties } from '#template';
import type { PreparedStack } from '#template';
import { median } from './measures';
import type { Result, Target } from './measures';
import { threeReferences } from './templates';

/**
 * What the template language costs by itself, without servers. As in a server that has been up for a while, everything
 * runs some times before it is measured; the figure is the median of what follows. `cpu` counts all threads of the
 * process, so that it also holds on a machine that has other things to do.
 */
export type TemplateCase = (types: TypeRegistry) => Result;

interface Repetitions {
  readonly warm: number;
  readonly measured: number;
}

/** Reads a text, checks it, and plans the create, as api and engine do between them. */
function templateCase(count: number, repetitions: Repetitions, atMost: number): TemplateCase {
  return (types) => {
    const yaml = threeReferences(count);
    const json = JSON.stringify(prepare(yaml, types).template);
    const ofYaml = measure(repetitions, () => void plan(prepare(yaml, types)));
    const ofJson = measure(repetitions, () => void plan(prepare(json, types)));
    return {
      case: `template-${count}`,
      figures: {
        yaml_milliseconds: ofYaml.milliseconds,
        yaml_cpu_milliseconds: ofYaml.cpu,
        yaml_microseconds_per_resource: (1_000 * ofYaml.milliseconds) / count,
        json_milliseconds: ofJson.milliseconds,
        json_cpu_milliseconds: ofJson.cpu,
      },
      targets: { yaml_milliseconds: { atMost }, json_milliseconds: { atMost } },
    };
  };
}

function resolveCase(count: number, repetitions: Repetitions, target: Target): TemplateCase {
  return (types) => {
    const stack = prepare(threeReferences(count), types);
    const known = { reference: (name: string) => `id-${name}`, attribute: (name: string) => `value-${name}` };
    const { milliseconds, cpu } = measure(repetitions, () => {
      for (const name of stack.resources.keys()) {
        const resolved = resolveProperties(stack, name, known);
        if (!resolved.ok) throw new Error(resolved.diagnostics[0]?.detail);
      }
    });
    return {
      case: `resolve-${count}`,
      figures: { milliseconds, cpu_milliseconds: cpu },
      targets: { milliseconds: target },
    };
  };
}

function prepare(template: string, types: TypeRegistry): PreparedStack {
  const pseudo = { stackName: 'bench', stackId: 'bench', projectId: 'bench' };
  const prepared = prepareStack({ template }, { types, pseudo });
  if (!prepared.ok) throw new Error(prepared.diagnostics[0]?.detail);
  return prepared.value;
}

function plan({ resources }: PreparedStack): unknown {
  return planCreate([...resources.values()].map(({ name, dependencies }) => ({ name, requires: dependencies })));
}

function measure({ warm, measured }: Repetitions, work: () => void): { milliseconds: number; cpu: number } {
  for (let run = 0; run < warm; run += 1) work();
  const times: number[] = [];
  const cpuTimes: number[] = [];
  for (let run = 0; run < measured; run += 1) {
    const [begun, cpu] = [performance.now(), process.cpuUsage()];
    work();
    times.push(performance.now() - begun);
    const { user, system } = process.cpuUsage(cpu);
    cpuTimes.push((user + system) / 1_000);
  }
  return { milliseconds: median(times), cpu: median(cpuTimes) };
}

const CASES: Readonly<Record<string, TemplateCase>> = {
  'template-1000': templateCase(1_000, { warm: 20, measured: 25 }, 60),
  'template-10000': templateCase(10_000, { warm: 2, measured: 5 }, 800),
  'resolve-1000': resolveCase(1_000, { warm: 20, measured: 25 }, { atMost: 15 }),
};

export const TEMPLATE_CASE_NAMES: readonly string[] = Object.keys(CASES);

/** Runs those of the cases that are named, in their own order. */
export async function* runTemplateCases(names: readonly string[]): AsyncGenerator<Result> {
  const types = await loadResourceTypes([]);
  for (const [name, run] of Object.entries(CASES)) {
    if (names.includes(name)) yield run(types);
  }
}
