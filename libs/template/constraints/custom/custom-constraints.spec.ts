import { checkCustomConstraint, isCustomConstraint } from './custom-constraints';

const TAKEN: readonly (readonly [string, ...string[]])[] = [
  ['ip_addr', '10.0.0.1', '255.255.255.255', '::', '::1', 'fe80::1:2', '1:2:3:4:5:6:7:8', '::ffff:10.0.0.1'],
  ['mac_addr', 'fa:16:3e:00:00:01', 'fa-16-3e-00-00-01', 'fa163e000001', 'fa16.3e00.0001', 'fa:16:3e:0:0:1'],
  ['net_cidr', '10.0.0.0/24', '10.0.0.1/32', '::/0', 'fe80::/128'],
  ['ip_or_cidr', '10.0.0.1', '10.0.0.0/8', '::/64'],
  [
    'iso_8601',
    '2020-01-02',
    '2020-01-02T03:04:05+02:00',
    '20200102T030405Z',
    '2020',
    '2020-02-29',
    '2020-01-02 03:04:05.5',
  ],
  ['expiration', '2999-01-01T00:00:00Z'],
  ['timezone', '', 'Europe/Prague', 'UTC', 'EST'],
  [
    'cron_expression',
    '*/5 0 1 1 0',
    '* * * * * *',
    '0 0 * * mon',
    '0 0 L * *',
    '0-59/2 * * * *',
    '1,2 * * jan 7',
    '* * * * 5#3',
  ],
  ['dns_name', '', 'host', 'example.org', 'xn--bcher-kva.ch', 'a.b.c.1', 'a.'],
  ['rel_dns_name', '', 'host.sub'],
  ['dns_domain', '', 'example.org.'],
  ['test_constr', '0', '1.5'],
  ['nova.flavor', 'anything'],
];

const REFUSED: readonly (readonly [string, ...string[]])[] = [
  [
    'ip_addr',
    '',
    '10.0.0',
    '10.0.0.256',
    '010.0.0.1',
    '10.0.0.1/24',
    ' ::1',
    'fe80::1%eth0',
    '1::2::3',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '12345::',
    '::1.2.3',
  ],
  ['mac_addr', '', 'fa:16:3e:00:00', 'fa:16-3e:00:00:01', 'xa:16:3e:00:00:01'],
  ['net_cidr', '10.0.0.0', '10.0.0.0/33', '10/8', '10.0.0.0/255.0.0.0', '::/129', '10.0.0.0/8/8'],
  ['ip_or_cidr', 'x', '10.0.0.0/33'],
  [
    'iso_8601',
    'x',
    '2020-13-01',
    '2020-02-30',
    '2021-02-29',
    '1900-02-29',
    '2020-01-02T24:00:00Z',
    '2020-01-02T00:60:00Z',
  ],
  ['timezone', 'Mars/Olympus'],
  [
    'cron_expression',
    '* * * *',
    '* * * * * * *',
    '60 * * * *',
    '* 24 * * *',
    '* * 0 * *',
    '* * * 13 *',
    '* * * * 8',
    '*/0 * * * *',
    '1-2-3 * * * *',
    'x * * * *',
  ],
  ['dns_name', '.', 'a..b', '-a', 'a-', 'under_score', 'ex ample', 'a'.repeat(64), `${'a.'.repeat(130)}a`],
  ['rel_dns_name', 'host.'],
  ['dns_domain', 'example.org', 'bad_.org.'],
  ['test_constr', 'x'],
];

const cases = (table: typeof TAKEN): [string, string][] =>
  table.flatMap(([name, ...texts]) => texts.map((text): [string, string] => [name, text]));

describe('custom constraints that ask no cloud', () => {
  it.each(cases(TAKEN))('%s takes %j', (name, text) => {
    expect(checkCustomConstraint(name, text)).toBeUndefined();
  });

  it.each(cases(REFUSED))('%s refuses %j', (name, text) => {
    expect(checkCustomConstraint(name, text)).toContain('expected');
  });

  it('are known by name, as are those that would ask one', () => {
    expect(['ip_addr', 'neutron.network', 'nope'].map(isCustomConstraint)).toEqual([true, true, false]);
  });
});
