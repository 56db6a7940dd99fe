import { parseExactJson } from '../reader/parse-exact-json';
import { runToEnd } from '../slices';
import { exactJsonText } from '../text/exact-json-text';
import { shownEnvironment, shownFiles } from './mask-definition';

const HOT = { heat_template_version: '2018-08-31' };
const SECRET = { type: 'string', hidden: true, default: 's3cret' };
const NONE = { template: HOT, files: {}, environment: {} };

describe('shownEnvironment', () => {
  it('masks values and defaults of what the template hides, and leaves all else', () => {
    const environment = { parameters: { a: 'x', b: 'y' }, parameter_defaults: { a: 'z' }, event_sinks: [] };
    const template = { ...HOT, parameters: { a: SECRET, b: { type: 'string' } } };
    expect(runToEnd(shownEnvironment({ ...NONE, template, environment }))).toEqual({
      parameters: { a: '******', b: 'y' },
      parameter_defaults: { a: '******' },
      event_sinks: [],
    });
  });

  it.each([
    ['in JSON', JSON.stringify({ ...HOT, parameters: { a: SECRET } })],
    ['as a map', { ...HOT, parameters: { a: SECRET } }],
    ['in YAML', 'heat_template_version: rocky\nparameters: {a: {type: string, hidden: yes}}'],
    ['of CFN', { AWSTemplateFormatVersion: '2010-09-09', Parameters: { a: { Type: 'String', NoEcho: true } } }],
  ])('masks defaults of what a template %s among the files hides', (_, file) => {
    const environment = { parameters: {}, parameter_defaults: { a: 'x', b: 'y' } };
    const shown = runToEnd(shownEnvironment({ ...NONE, files: { 'a.yaml': file }, environment }));
    expect(shown['parameter_defaults']).toEqual({ a: '******', b: 'y' });
  });

  it('keeps the order of keys, and numbers as they were written', () => {
    const text = '{"parameters":{"b":2.0,"10":1,"a":"x","c":12345678901234567890}}';
    const environment = parseExactJson(text) as Record<string, never>;
    const template = { ...HOT, parameters: { a: SECRET } };
    const shown = runToEnd(shownEnvironment({ ...NONE, template, environment }));
    expect(exactJsonText(shown)).toBe('{"parameters":{"10":1,"b":2.0,"a":"******","c":12345678901234567890}}');
  });
});

describe('shownFiles', () => {
  const shownFile = (file: string | object, template: object = HOT): string => {
    const definition = { ...NONE, template: template as never, files: { f: file as never } };
    return runToEnd(shownFiles(definition))['f']!;
  };

  it('answers texts as they are, and what is JSON as its text', () => {
    expect(shownFile('#!/bin/sh\n# parameters of the hidden kind: [')).toBe(
      '#!/bin/sh\n# parameters of the hidden kind: [',
    );
    expect(shownFile({ a: [1, 'x'] })).toBe('{"a":[1,"x"]}');
  });

  it('masks the hidden defaults of a template, and leaves one without them as it was written', () => {
    const yaml = 'heat_template_version: rocky\nparameters:\n  a: {type: string, hidden: true, default: s3cret}\n';
    expect(JSON.parse(shownFile(yaml))).toMatchObject({ parameters: { a: { hidden: true, default: '******' } } });
    const without = 'heat_template_version: rocky\nparameters:\n  a: {type: string, hidden: true} # no default\n';
    expect(shownFile(without)).toBe(without);
  });

  it('masks what an environment gives hidden parameters, also where it is YAML', () => {
    const template = { ...HOT, parameters: { a: SECRET } };
    const shown = shownFile('parameters: {a: s3cret, b: y}\nparameter_defaults: {a: s3cret}\n', template);
    expect(JSON.parse(shown)).toEqual({ parameters: { a: '******', b: 'y' }, parameter_defaults: { a: '******' } });
    expect(shownFile('parameters: {b: y} # mine\n', template)).toBe('parameters: {b: y} # mine\n');
  });

  it('takes a template for a template, whatever its parameters are called', () => {
    const nested = { ...HOT, parameters: { a: { type: 'string', description: 'handed down' } } };
    expect(JSON.parse(shownFile(nested, { ...HOT, parameters: { a: SECRET } }))).toEqual(nested);
  });
});
