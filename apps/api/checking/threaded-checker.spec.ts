import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ForeseenRow } from '#comparison';
import type { ResourceId, StackId } from '#contracts';
import { SecretBox } from '#entities';
import { createTypeRegistry } from '#resources';
import type { ResourceSchema } from '#template';
import { TemplateChecks } from './template-checks';
import { ThreadedChecker } from './threaded-checker';

const NONE: ResourceSchema = {
  type: 'OS::Heat::None',
  description: '',
  supportStatus: { status: 'SUPPORTED' },
  properties: {},
  attributes: {},
  anyProperties: true,
};
const KEY = randomBytes(32);
const VERSION = { heat_template_version: '2018-08-31' };

describe('the checks of templates', () => {
  const secrets = new SecretBox(KEY);
  let folder: string;
  let checker: ThreadedChecker;

  // Its threads answer with their name alone, so that one sees who was asked.
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'kiln-checker-'));
    const workerFile = join(folder, 'worker.js');
    writeFileSync(workerFile, "module.exports = ({ kind }) => ({ ok: true, value: 'a thread: ' + kind });\n");
    const known = { find: (type: string) => (type === NONE.type ? NONE : undefined), names: () => [NONE.type] };
    const types = createTypeRegistry([], known);
    const data = { resourceTypeModules: [], secretKeys: [KEY] as const };
    const log = { error: () => undefined };
    const checks = new TemplateChecks(types, secrets);
    checker = new ThreadedChecker(checks, { threads: 1, workerFile, data, log });
  });

  afterAll(async () => {
    await checker.close();
    rmSync(folder, { recursive: true });
  });

  async function askedOf(body: object): Promise<string[]> {
    const bytes = (more: object): Buffer => Buffer.from(JSON.stringify({ ...body, ...more }));
    const verdicts = await Promise.all([
      checker.validate({ body: bytes({}), project: 'p' }),
      checker.create({
        body: bytes({ stack_name: 'a' }),
        project: 'p',
        stackId: randomUUID() as StackId,
        mostResources: 1e6,
        mostNested: 5,
        mostTemplateBytes: 1e7,
      }),
    ]);
    return verdicts.map((verdict) => {
      const answer = JSON.stringify(verdict.ok ? verdict.value : verdict.problem);
      return answer.startsWith('"a thread: ') ? answer.slice(1, -1) : 'here';
    });
  }

  /** Of questions about a stack that is there, with a body of a few bytes. */
  async function askedAbout(files: object, rows: readonly ForeseenRow[] = []): Promise<string[]> {
    const seal = (part: object): Buffer => secrets.sealText(JSON.stringify(part));
    const current = {
      ...{ template: seal(VERSION), files: seal(files) },
      ...{ environment: seal({}), parameters: seal({}) },
    };
    const ids = { stackId: randomUUID() as StackId, stackName: 'a', project: 'p' };
    const quotas = { mostResources: 1e6, mostNested: 5, mostTemplateBytes: 1e7 };
    const body = Buffer.from(JSON.stringify({ template: VERSION }));
    const question = { body, method: 'PUT' as const, ...ids, ...quotas, current };
    const verdicts = await Promise.all([
      checker.update(question),
      checker.previewUpdate({ ...question, rows, everHid: false }),
    ]);
    return verdicts.map((verdict) => {
      const answer = verdict.ok ? verdict.value : verdict.problem;
      return typeof answer === 'string' && answer.startsWith('a thread') ? answer : 'here';
    });
  }

  const rowOf = (name: string, properties: object): ForeseenRow => ({
    ...{ id: randomUUID() as ResourceId, stack_id: randomUUID(), name, type: NONE.type, made_type: NONE.type },
    ...{ requires: [], begun: true, replaces: null, physical_id: null, deletion_policy: 'Delete' },
    ...{ resource_action: 'CREATE', resource_status: 'COMPLETE', marked_unhealthy: false },
    ...{
      sealed_properties: secrets.sealText(JSON.stringify(properties)),
      sealed_attributes: null,
      sealed_metadata: null,
    },
  });

  const many = (count: number, resource: object): object => ({
    ...VERSION,
    resources: Object.fromEntries(Array.from({ length: count }, (_, at) => [`r${at}`, resource])),
  });

  it('are made at once where a template is small', async () => {
    expect(await askedOf({ template: many(500, { type: NONE.type }) })).toEqual(['here', 'here']);
    expect(await askedOf({ template: many(5, { type: 'n.yaml' }), files: { 'n.yaml': many(5, NONE) } })).toEqual([
      'here',
      'here',
    ]);
  });

  it('are made on a thread where a template is large', async () => {
    const template = many(5, { type: NONE.type, properties: { text: 'x'.repeat(20_000) } });
    expect(await askedOf({ template })).toEqual(['a thread: validate', 'a thread: create']);
  });

  it('are made at once where there is not much of the stack', async () => {
    expect(await askedAbout({ f: 'x' }, [rowOf('a', {})])).toEqual(['here', 'here']);
  });

  it('are made on a thread where the stack has large files', async () => {
    expect(await askedAbout({ f: 'x'.repeat(100_000) })).toEqual(['a thread: update', 'a thread: preview-update']);
  });

  it('are made on a thread where the stack has large resources', async () => {
    expect(await askedAbout({}, [rowOf('a', { text: 'x'.repeat(100_000) })])).toEqual([
      'here',
      'a thread: preview-update',
    ]);
  });

  it('are made on a thread where a few lines stand for thousands of resources', async () => {
    const files = {
      'a.yaml': many(8, { type: 'b.yaml' }),
      'b.yaml': many(8, { type: 'c.yaml' }),
      'c.yaml': many(8, { type: NONE.type }),
    };
    expect(await askedOf({ template: many(8, { type: 'a.yaml' }), files })).toEqual([
      'a thread: validate',
      'a thread: create',
    ]);
  });
});
