import { useKiln } from '../support/use-kiln';

jest.setTimeout(60_000);

interface Previewed {
  preview: { resources: { resource_name: string; change: string; properties: { path: string; known: boolean }[] }[] };
}

interface Graph {
  nodes: { resource_name: string; action: string; status: string }[];
  edges: { from: string; to: string }[];
}

const HOT = { heat_template_version: '2018-08-31' };
const value = (of: unknown): object => ({ type: 'OS::Heat::Value', properties: { value: of } });
const word = (length: number): object => ({ type: 'OS::Heat::RandomString', properties: { length } });

describe('a preview', () => {
  const kiln = useKiln();

  async function changesOf(id: string, template: object): Promise<Record<string, string>> {
    const answer = await kiln.api.request<Previewed>('POST', `/v2/stacks/${id}/preview`, { template });
    expect(answer.status).toBe(200);
    return Object.fromEntries(
      answer.body.preview.resources.map(({ resource_name, change }) => [resource_name, change]),
    );
  }

  async function physicalIds(id: string): Promise<Record<string, string | null>> {
    const resources = await kiln.api.resources(id);
    return Object.fromEntries(resources.map((shown) => [shown.resource_name, shown.physical_resource_id]));
  }

  it('says what the update then does', async () => {
    const first = {
      ...HOT,
      resources: {
        same: value(1),
        word: word(8),
        spelled: value({ get_attr: ['word', 'value'] }),
        inPlace: value({ get_attr: ['same', 'value'] }),
        gone: value(1),
      },
      outputs: { spelled: { value: { get_attr: ['spelled', 'value'] }, description: 'the word' } },
    };
    const id = await kiln.api.create('previewed', first);
    expect(await kiln.api.settled(id)).toMatchObject({ status: 'COMPLETE' });
    const names = Object.keys(first.resources);
    expect(await changesOf(id, first)).toEqual(Object.fromEntries(names.map((name) => [name, 'unchanged'])));

    const { gone: _, ...kept } = first.resources;
    const second = { ...first, resources: { ...kept, word: word(9), inPlace: value('new'), fresh: value(2) } };
    const changes = await changesOf(id, second);
    expect(changes).toEqual({
      ...{ same: 'unchanged', word: 'replace', spelled: 'update', inPlace: 'update', gone: 'delete', fresh: 'create' },
    });
    const before = await physicalIds(id);
    expect((await kiln.api.request('PUT', `/v2/stacks/${id}`, { template: second })).status).toBe(202);
    expect(await kiln.api.settled(id)).toMatchObject({ action: 'UPDATE', status: 'COMPLETE' });
    const after = await physicalIds(id);
    const done = (await kiln.api.resources(id)).map(({ resource_name: name, action }) => [
      name,
      before[name] === undefined
        ? 'create'
        : before[name] !== after[name]
          ? 'replace'
          : action === 'UPDATE'
            ? 'update'
            : 'unchanged',
    ]);
    expect({ ...Object.fromEntries(done), gone: 'delete' }).toEqual(changes);
    expect(after).not.toHaveProperty('gone');
  });

  it('goes with the outputs and the graph of what was made', async () => {
    const template = {
      ...HOT,
      resources: { a: value(1), b: value({ get_attr: ['a', 'value'] }) },
      outputs: { one: { value: { get_attr: ['b', 'value'] }, description: 'd' } },
    };
    const id = await kiln.api.create('looked-at', template);
    await kiln.api.settled(id);
    const outputs = await kiln.api.request('GET', `/v2/stacks/${id}/outputs/one`);
    expect(outputs.body).toEqual({ output: { output_key: 'one', output_value: 1, description: 'd' } });
    const graph = (await kiln.api.request<Graph>('GET', `/v2/stacks/${id}/graph`)).body;
    expect(graph.nodes).toMatchObject([
      { resource_name: 'a', action: 'CREATE', status: 'COMPLETE' },
      { resource_name: 'b', action: 'CREATE', status: 'COMPLETE' },
    ]);
    expect(graph.edges).toEqual([{ from: 'b', to: 'a' }]);
  });
});
