import { explainedDifferences } from './known-differences';

const HEAD = `# Where Kiln answers otherwise than Heat

Kiln’s template language is compared with what Heat’s own code (version 19) answered to thousands of cases
(\`npm run conformance\`). Where they differ, this page says why Kiln’s answer is as good for the user or better. Messages
are not compared: Kiln’s say what was expected, what was found, and the nearest name.

It is made from \`test/conformance/known-differences.ts\`, which the conformance test goes by: after a change there,
\`npm run docs\` writes it anew.
`;

/** The text of docs/heat-differences.md. */
export function differencesPage(): string {
  const { rules, byId } = explainedDifferences();
  const topics = new Map<string, Map<string, string[]>>();
  for (const [id, reason] of byId) {
    const [set = '', topic = '', hash = id] = id.split('/');
    const reasons = topics.get(`${set}: ${topic}`) ?? new Map<string, string[]>();
    topics.set(`${set}: ${topic}`, reasons.set(reason, [...(reasons.get(reason) ?? []), hash]));
  }
  const sections = [...topics]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([topic, reasons]) => sectionOf(topic, reasons));
  return [HEAD, section('Wherever it is met with', rules.map(sentence)), '## By topic\n', ...sections].join('\n');
}

function sectionOf(topic: string, reasons: ReadonlyMap<string, readonly string[]>): string {
  const items = [...reasons].map(
    ([reason, hashes]) => `${sentence(reason)} (${hashes.map((hash) => `\`${hash}\``).join(', ')})`,
  );
  return `#${section(topic, items)}`;
}

function section(title: string, items: readonly string[]): string {
  return `## ${title}\n\n${items.map((item) => `- ${item}\n`).join('')}`;
}

function sentence(reason: string): string {
  return `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`;
}
