import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { prepareStack, probe } from '#template';
import type { ExactJson, ExactObject } from '#template';
import type { Answer } from './comparison';
import { typesWith } from './types';
import type { Folders, Vector } from './vectors';

interface EnvironmentVector extends Vector {
  readonly question: string;
  readonly text?: string;
  readonly files?: readonly (readonly [name: string, text: string])[];
  readonly order?: readonly string[];
  readonly parameters?: ExactObject;
  readonly initial?: ExactObject;
  readonly environment?: ExactObject;
  readonly resource_type?: ExactJson;
  readonly resource_name?: string;
  readonly hook?: string;
  readonly child_params?: ExactObject;
  readonly child_resource_name?: string;
  readonly path?: string;
}

const SECTIONS = ['parameters', 'resource_registry', 'parameter_defaults', 'encrypted_param_names', 'event_sinks'];

/** Answers a case of `environments.jsonl`, by its topic. */
export function answerEnvironment(vector: Vector, folders: Folders): Answer {
  const answer = ANSWERS.get(vector.topic) ?? answerMerge;
  return answer(vector as EnvironmentVector, folders);
}

const ANSWERS: ReadonlyMap<string, (vector: EnvironmentVector, folders: Folders) => Answer> = new Map([
  ['parse', answerParse],
  ['lookup', answerLookup],
  ['lookup_type_errors', answerTypeOfResource],
  ['load', (vector) => shown(probe.probeLoad(unfolded(vector.environment)))],
  ['hooks', answerHook],
  ['restricted_actions', answerRestrictedActions],
  ['child', answerChild],
  ['effective_parameters', answerParameters],
  ['corpus_environment', answerCorpus],
]);

function answerParse({ text = '', question }: EnvironmentVector): Answer {
  const read = probe.probeEnvironmentText(text);
  if (!read.ok) return { error: read.details.join('; ') };
  const sections = (read.value ?? {}) as ExactObject;
  return { value: question.includes('fill') ? { ...probed({}), ...sections } : sections };
}

/** Every section, those that are missing empty. */
function probed(environment: ExactObject): ExactObject {
  const load = probe.probeMerge(environment, [], {});
  return load.ok ? (load.value as ExactObject) : {};
}

function answerMerge({ files = [], order = [], parameters = {}, initial = {} }: EnvironmentVector): Answer {
  const texts = new Map(files);
  const read = order.map((name) => [name, probe.probeEnvironmentText(texts.get(name) ?? '')] as const);
  const contents = read.map(([name, text]) => [name, text.ok ? (text.value ?? {}) : null] as const);
  const wrong = read.flatMap(([, text]) => (text.ok ? [] : text.details));
  if (wrong.length > 0) return { error: wrong.join('; ') };
  return answerOf(probe.probeMerge(initial, contents, { heat_template_version: '2021-04-16', parameters }));
}

function answerLookup({ environment = {}, resource_type: type, resource_name: resource }: EnvironmentVector): Answer {
  return answerOf(probe.probeLookup(environment, { type: type as string, resource, types: typesWith() }));
}

/** Heat answers with the name of its class. */
function answerTypeOfResource({ environment = {}, resource_type: type = null }: EnvironmentVector): Answer {
  const template = { heat_template_version: '2021-04-16', resources: { r: { type } } };
  const found = prepare({ template, environment });
  if (!found.ok) return { error: found.diagnostics.map(({ detail }) => detail).join('; ') };
  const schema = found.value.resources.get('r')?.schema.type ?? '';
  return { value: schema.split('::').at(-1) ?? '' };
}

function answerHook({ environment = {}, resource_name: resource = '', hook = '' }: EnvironmentVector): Answer {
  const found = probe.probeSetting(environment, resource, 'hooks');
  return found.ok ? { value: (found.value as ExactJson[]).includes(hook) } : answerOf(found);
}

function answerRestrictedActions({ environment = {}, resource_name: resource = '' }: EnvironmentVector): Answer {
  const found = probe.probeSetting(environment, resource, 'actions');
  return found.ok ? { value: (found.value as string[]).sort() } : answerOf(found);
}

/** Parameters of a child may come as an environment of their own, which is loaded onto that of the parent. */
function answerChild({ environment = {}, child_params: given = {}, ...vector }: EnvironmentVector): Answer {
  const isEnvironment = SECTIONS.some((section) => Object.hasOwn(given, section));
  if (!isEnvironment) return shown(probe.probeChild(environment, given, vector.child_resource_name));
  const sections = probed(given);
  const registry = { ...sectionOf(environment, 'resource_registry'), ...sectionOf(sections, 'resource_registry') };
  const defaults = { ...sectionOf(environment, 'parameter_defaults'), ...sectionOf(sections, 'parameter_defaults') };
  const together = { ...environment, resource_registry: registry, parameter_defaults: defaults };
  return shown(probe.probeChild(together, sectionOf(sections, 'parameters'), vector.child_resource_name));
}

function answerParameters({ environment = {}, parameters = {} }: EnvironmentVector): Answer {
  const template = { heat_template_version: '2021-04-16', parameters };
  const found = prepare({ template, environment: unfolded(environment) });
  if (!found.ok) return { error: found.diagnostics.map(({ detail }) => detail).join('; ') };
  return { value: Object.fromEntries([...found.value.parameters].map(([name, { value = null }]) => [name, value])) };
}

function answerCorpus({ path = '' }: EnvironmentVector, { corpus }: Folders): Answer {
  const read = probe.probeEnvironmentText(readFileSync(resolve(corpus, path), 'utf8'));
  return read.ok ? shown(probe.probeLoad((read.value ?? {}) as ExactObject)) : { error: read.details.join('; ') };
}

function prepare(request: Parameters<typeof prepareStack>[0]): ReturnType<typeof prepareStack> {
  const pseudo = { stackName: 'stack0', stackId: 'id', projectId: 'tenant0' };
  return prepareStack(request, { types: typesWith(), pseudo });
}

/** In its old form an environment is nothing but parameters. Requests can't have it, which is why Kiln does not read it. */
function unfolded(environment: ExactObject = {}): ExactObject {
  const isSection = ([name]: [string, ExactJson]): boolean => SECTIONS.includes(name);
  const sections = Object.fromEntries(Object.entries(environment).filter(isSection));
  if (Object.hasOwn(sections, 'parameters')) return sections;
  const parameters = Object.fromEntries(Object.entries(environment).filter((entry) => !isSection(entry)));
  return { ...sections, parameters };
}

function sectionOf(environment: ExactObject, section: string): ExactObject {
  return (environment[section] ?? {}) as ExactObject;
}

function answerOf(found: probe.ProbedEnvironment): Answer {
  return found.ok ? { value: found.value } : { error: found.details.join('; ') };
}

/** What the user gets back: Heat keeps the names of encrypted parameters to itself. */
function shown(found: probe.ProbedEnvironment): Answer {
  if (!found.ok) return answerOf(found);
  const { encrypted_param_names: _, ...sections } = found.value as ExactObject;
  return { value: sections };
}
