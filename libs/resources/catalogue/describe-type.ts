/** What each of OpenStack's services that Heat has types for is about. */
const SUBJECTS: Readonly<Record<string, string>> = {
  Aodh: 'alarms',
  Barbican: 'secrets',
  Blazar: 'reservations',
  Cinder: 'block storage',
  Designate: 'DNS',
  Glance: 'images',
  Ironic: 'bare metal',
  Keystone: 'identity',
  Magnum: 'container clusters',
  Manila: 'shared file systems',
  Mistral: 'workflows',
  Monasca: 'monitoring',
  Neutron: 'networking',
  Nova: 'compute',
  Octavia: 'load balancing',
  Sahara: 'data processing',
  Senlin: 'clustering',
  Swift: 'object storage',
  Trove: 'databases',
  Vitrage: 'root causes',
  Zaqar: 'messaging',
  Zun: 'containers',
};

/** A line about a type that nothing makes, out of its name: `Router interface (OpenStack networking, Neutron). …`. */
export function describeType(type: string): string {
  const [vendor = '', family = '', ...names] = type.split('::');
  return `${wordsOf(names)} (${homeOf(vendor, family)}). Kiln checks it, but cannot make it yet.`;
}

function homeOf(vendor: string, family: string): string {
  if (vendor === 'AWS') return `as AWS ${family} has it, on OpenStack`;
  const subject = SUBJECTS[family];
  return subject === undefined ? `of ${family}’s own` : `OpenStack ${subject}, ${family}`;
}

/** `FloatingIPAssociation` is three words, of which only the one that is all capitals stays as it is. */
function wordsOf(names: readonly string[]): string {
  const words = names.flatMap((name) => name.match(WORD) ?? []);
  const [first = '', ...rest] = words;
  return [first, ...rest.map((word) => (/^[A-Z][a-z]+$/.test(word) ? word.toLowerCase() : word))].join(' ');
}

const WORD = /QoS|IPsec|[LT]BaaS|TaaS|[A-Z]+(?![a-z])\d*|[A-Z]?[a-z\d]+/g;
