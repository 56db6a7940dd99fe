import { HOT_CONDITION_FUNCTIONS } from './hot-condition-functions';
import { functionsAt } from './function-row';
import { HOT_FUNCTIONS } from './hot-functions';

const DATES = [
  ...['2013-05-23', '2014-10-16', '2015-04-30', '2015-10-15', '2016-04-08', '2016-10-14', '2017-02-24', '2017-09-01'],
  ...['2018-03-02', '2018-08-31', '2021-04-16'],
];

/** The dates at which a function came, became another one or went, with what it was called before and after. */
function changesOf(at: (date: string) => ReadonlyMap<string, object>): Record<string, string[]> {
  const changes: Record<string, string[]> = {};
  let before: ReadonlyMap<string, object> = new Map();
  for (const date of DATES) {
    const now = at(date);
    for (const [name, definition] of now) {
      const word = 'removed' in definition ? 'gone' : before.has(name) ? 'changed' : 'new';
      if (before.get(name) !== definition) (changes[name] ??= []).push(`${word} ${date}`);
    }
    before = now;
  }
  return changes;
}

describe('the functions of HOT', () => {
  it('came, changed and went with its versions', () => {
    const first = ['new 2013-05-23', 'gone 2014-10-16'];
    expect(changesOf((date) => functionsAt(HOT_FUNCTIONS, date))).toEqual({
      get_param: ['new 2013-05-23'],
      get_resource: ['new 2013-05-23'],
      get_attr: ['new 2013-05-23', 'changed 2015-10-15'],
      get_file: ['new 2013-05-23'],
      list_join: ['new 2013-05-23', 'changed 2015-10-15'],
      str_replace: ['new 2013-05-23', 'changed 2015-10-15'],
      resource_facade: ['new 2013-05-23'],
      Ref: first,
      'Fn::GetAZs': first,
      'Fn::Join': first,
      'Fn::Split': first,
      'Fn::Replace': first,
      'Fn::Base64': first,
      'Fn::MemberListToMap': first,
      'Fn::ResourceFacade': first,
      'Fn::Select': ['new 2013-05-23', 'gone 2015-10-15'],
      repeat: ['new 2015-04-30', 'changed 2016-10-14', 'changed 2017-09-01'],
      digest: ['new 2015-04-30'],
      str_split: ['new 2015-10-15'],
      map_merge: ['new 2016-04-08'],
      if: ['new 2016-10-14', 'changed 2021-04-16'],
      yaql: ['new 2016-10-14'],
      map_replace: ['new 2016-10-14'],
      str_replace_strict: ['new 2017-02-24'],
      filter: ['new 2017-02-24'],
      str_replace_vstrict: ['new 2017-09-01'],
      make_url: ['new 2017-09-01'],
      list_concat: ['new 2017-09-01'],
      list_concat_unique: ['new 2017-09-01'],
      contains: ['new 2017-09-01'],
    });
  });

  it('may stand in conditions with other dates', () => {
    expect(changesOf((date) => functionsAt(HOT_CONDITION_FUNCTIONS, date))).toEqual({
      get_param: ['new 2016-10-14'],
      equals: ['new 2016-10-14'],
      not: ['new 2016-10-14'],
      and: ['new 2016-10-14'],
      or: ['new 2016-10-14'],
      yaql: ['new 2017-09-01'],
      contains: ['new 2017-09-01'],
    });
  });
});
