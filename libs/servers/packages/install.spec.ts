import { disableCommands } from './install';

const WANTS = '/etc/systemd/system/multi-user.target.wants';
const SOCKETS = '/etc/systemd/system/sockets.target.wants';

describe('disableCommands', () => {
  it('takes out what the installation added to the boot, and nothing that was there before', () => {
    const before = { units: [`${WANTS}/cron.service`], scripts: ['/etc/rc3.d/S01cron'] };
    const after = {
      units: [`${WANTS}/cron.service`, `${WANTS}/rabbitmq-server.service`, `${SOCKETS}/epmd.socket`],
      scripts: ['/etc/rc2.d/S01rabbitmq-server', '/etc/rc3.d/S01cron', '/etc/rc3.d/S01rabbitmq-server'],
    };
    expect(disableCommands(before, after)).toEqual([
      ['rm', '-f', `${WANTS}/rabbitmq-server.service`, `${SOCKETS}/epmd.socket`],
      ['update-rc.d', 'rabbitmq-server', 'disable'],
    ]);
  });

  it('does nothing where nothing was added', () => {
    const entries = { units: [`${WANTS}/rabbitmq-server.service`], scripts: ['/etc/rc3.d/S01rabbitmq-server'] };
    expect(disableCommands(entries, entries)).toEqual([]);
  });
});
