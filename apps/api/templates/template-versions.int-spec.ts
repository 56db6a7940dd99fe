import type { ApiClient } from '../../../test/support/api-client';
import { ApiInProcess } from '../../../test/support/api-in-process';

interface Versions {
  template_versions: { version: string; type: string; aliases: string[] }[];
}

interface Functions {
  template_functions: { function: string; description: string }[];
}

let api: ApiInProcess;
let reader: ApiClient;

beforeAll(async () => {
  api = await ApiInProcess.start();
  reader = await api.clientOf('p', ['reader']);
});

afterAll(async () => {
  await api.stop();
});

async function functionsOf(version: string): Promise<string[]> {
  const { status, body } = await reader.request<Functions>('GET', `/v2/template_versions/${version}/functions`);
  expect(status).toBe(200);
  return body.template_functions.map((entry) => entry.function).sort();
}

describe('the versions of the template language', () => {
  it('are listed with their names', async () => {
    const { body } = await reader.request<Versions>('GET', '/v2/template_versions');
    expect(body.template_versions).toContainEqual({
      version: 'heat_template_version.2018-08-31',
      type: 'hot',
      aliases: ['rocky'],
    });
    expect(body.template_versions.map(({ version }) => version)).toEqual(
      expect.arrayContaining([
        'heat_template_version.2013-05-23',
        'heat_template_version.2021-04-16',
        'HeatTemplateFormatVersion.2012-12-12',
        'AWSTemplateFormatVersion.2010-09-09',
      ]),
    );
  });

  it('have just their own functions, by whichever name they are asked for', async () => {
    const rocky = await functionsOf('rocky');
    for (const name of ['2018-08-31', 'heat_template_version.2018-08-31', 'heat_template_version.rocky']) {
      expect(await functionsOf(name)).toEqual(rocky);
    }
    expect(rocky).toEqual(expect.arrayContaining(['get_attr', 'yaql', 'str_split', 'filter']));
    expect(rocky).not.toContain('Fn::Select');
    expect(await functionsOf('2013-05-23')).toContain('Fn::Select');
    expect(await functionsOf('AWSTemplateFormatVersion.2010-09-09')).toEqual(
      expect.arrayContaining(['Fn::FindInMap', 'Ref']),
    );
  });

  it('that there are not are a 404 that names the nearest', async () => {
    const { status, body } = await reader.request<{ detail: string }>(
      'GET',
      '/v2/template_versions/2018-08-32/functions',
    );
    expect(status).toBe(404);
    expect(body.detail).toContain('there is no template version "2018-08-32"');
    expect((await reader.request('GET', '/v2/template_versions/constructor/functions')).status).toBe(404);
    expect((await reader.request('GET', '/v2/template_versions?x=1')).status).toBe(400);
  });
});
