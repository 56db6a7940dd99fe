import { runCases } from './comparison';
import { answerFunction } from './answer-functions';
import { answerParameter } from './answer-parameters';
import { answerYaml } from './answer-yaml';
import { loadVectors } from './vectors';
import { writeFileSync } from 'node:fs';
it('x', () => {
  const out: string[] = [];
  const report = (name: string, r: ReturnType<typeof runCases>, all: { topic: string }[]) => {
    out.push(`${name} ${r.agree}/${r.cases}`);
    const t: Record<string, [number, number]> = {};
    for (const v of all) (t[v.topic] ??= [0, 0])[1]++;
    for (const d of r.differ) t[d.topic]![0]++;
    for (const k in t) out.push(`  ${k} ${t[k]![1] - t[k]![0]}/${t[k]![1]}`);
    for (const d of r.differ)
      out.push(
        '   ' +
          JSON.stringify([
            d.id,
            d.expected.error ? [d.expected.phase, d.expected.origin, d.expected.error] : d.expected.value,
            d.found,
          ]).slice(0, 400),
      );
  };
  const f = loadVectors('functions').filter(
    (v) =>
      !/^(AWS|CFN)/.test(String(v['version'])) &&
      !/^(yaql|repeat|map_|make_url|list_concat|filter|contains|digest|str_split|resource_facade|cfn_|combin)/.test(
        v.topic,
      ),
  );
  report('functions', runCases(f, answerFunction), f);
  const p = loadVectors('parameters').filter(
    (v) => !/^(AWS|CFN)/.test(String(v['version'])) && v['kind'] === 'parameter',
  );
  report('parameters', runCases(p, answerParameter), p);
  const y = loadVectors('yaml11');
  report('yaml', runCases(y, answerYaml), y);
  writeFileSync('/tmp/conf.txt', out.join('\n'));
});
