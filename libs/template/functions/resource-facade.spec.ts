import { trySnippet } from '../fixtures/try-snippet';
import type { ExactJson } from '../json';
import type { ParentResource } from '../parent-resource';
import { UNKNOWN } from '../values';

const PARENT: ParentResource = {
  metadata: { role: 'db' },
  deletionPolicy: 'Retain',
  updatePolicy: { rolling: { max: 2 } },
};
const parameters = {
  which: { schema: { type: 'string' }, value: 'metadata' },
  wrong: { schema: { type: 'string' }, value: 'meta' },
};

function tryFacade(argument: ExactJson, parentResource: ParentResource | undefined = PARENT): ExactJson {
  return trySnippet({ resource_facade: argument }, { parameters, parentResource });
}

describe('resource_facade', () => {
  it('is what the resource says that the nested stack is', () => {
    expect(tryFacade('metadata')).toEqual({ role: 'db' });
    expect(tryFacade('deletion_policy')).toBe('Retain');
    expect(tryFacade('update_policy')).toEqual({ rolling: { max: 2 } });
    expect(tryFacade({ get_param: 'which' })).toEqual({ role: 'db' });
  });

  it('is not known where the resource’s metadata is not', () => {
    expect(tryFacade('metadata', { ...PARENT, metadata: UNKNOWN })).toBeNull();
    expect(tryFacade({ get_resource: 'later' })).toBeNull();
  });

  it.each<[ExactJson]>([
    ['Metadata'],
    ['properties'],
    [''],
    [null],
    [5],
    [['metadata']],
    [{ a: 1 }],
    [['x', { get_param: 'which' }]],
  ])('refuses %j when it is parsed', (argument) => {
    expect(tryFacade(argument)).toBe('parse: expected `metadata`, `deletion_policy` or `update_policy`');
  });

  it('refuses what a function makes when it is resolved', () => {
    expect(tryFacade({ get_param: 'wrong' })).toBe(
      'resolve: expected `metadata`, `deletion_policy` or `update_policy`',
    );
  });

  it('is a fault outside of nested stacks', () => {
    expect(trySnippet({ resource_facade: 'metadata' })).toBe(
      'resolve: only the template of a nested stack has a resource that it stands for',
    );
  });
});

describe('Fn::ResourceFacade', () => {
  const tryFn = (argument: ExactJson, version: string): ExactJson =>
    trySnippet({ 'Fn::ResourceFacade': argument }, { version, parentResource: PARENT });

  it('has the names of its form', () => {
    const version = 'AWSTemplateFormatVersion.2010-09-09';
    expect(tryFn('Metadata', version)).toEqual({ role: 'db' });
    expect(tryFn('DeletionPolicy', version)).toBe('Retain');
    expect(tryFn('UpdatePolicy', version)).toEqual({ rolling: { max: 2 } });
    expect(tryFn('metadata', version)).toBe('parse: expected `Metadata`, `DeletionPolicy` or `UpdatePolicy`');
  });

  it('is in HOT 2013-05-23 too', () => {
    expect(tryFn('DeletionPolicy', '2013-05-23')).toBe('Retain');
  });
});
