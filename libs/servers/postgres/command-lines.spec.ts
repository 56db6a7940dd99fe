import { initdbArguments, postgresArguments } from './command-lines';

describe('the command line of postgres', () => {
  const line = postgresArguments('/data', 5_433);

  it('listens on loopback and nowhere else', () => {
    expect(line).toEqual(
      expect.arrayContaining(['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'port=5433']),
    );
  });

  it('takes nothing away from durability', () => {
    const risky = /^(fsync|full_page_writes|synchronous_commit|data_sync_retry|wal_sync_method)=/;
    expect(line.filter((argument) => risky.test(argument))).toEqual([]);
  });
});

describe('the command line of initdb', () => {
  it('wants a password of everybody', () => {
    const line = initdbArguments('/data', '/password');
    expect(line).toEqual(expect.arrayContaining(['--auth=scram-sha-256', '--pwfile=/password']));
  });
});
