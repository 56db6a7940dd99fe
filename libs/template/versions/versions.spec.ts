import { Faults } from '../diagnostics/faults';
import { Place } from '../diagnostics/place';
import { CFN_VERSIONS } from './cfn-versions';
import { findVersion, versionNamed, versionNames } from './find-version';
import { HOT_VERSIONS } from './hot-versions';
import type { TemplateVersion } from './template-version';

const ALL = [...HOT_VERSIONS, ...CFN_VERSIONS];

/** Of functions that a version has, not of those that are there to be refused. */
function functionsOf(version: TemplateVersion): string[] {
  return [...version.functions].flatMap(([name, definition]) => ('removed' in definition ? [] : [name])).sort();
}

function at(date: string): TemplateVersion {
  const version = versionNamed(date);
  if (version === undefined) throw new Error(`no version ${date}`);
  return version;
}

describe('versions of the template language', () => {
  it('are found by date, by release and by their whole names', () => {
    expect(versionNamed('2018-08-31')).toBe(versionNamed('rocky'));
    expect(versionNamed('heat_template_version.rocky')).toBe(findVersion('heat_template_version', '2018-08-31'));
    expect(versionNamed('AWSTemplateFormatVersion.2010-09-09')?.type).toBe('cfn');
    expect(versionNamed('HeatTemplateFormatVersion.2012-12-12')?.date).toBe('2012-12-12');
    expect(versionNamed('2010-09-09')).toBeUndefined();
    expect(versionNamed('Rocky')).toBeUndefined();
    expect(findVersion('HeatTemplateFormatVersion', '2010-09-09')).toBeUndefined();
    expect(versionNames('heat_template_version')).toHaveLength(17);
    expect(versionNames('AWSTemplateFormatVersion')).toEqual(['2010-09-09']);
  });

  it.each(ALL)('$key $date tells what each of its functions does, under its own name', (version) => {
    for (const [name, definition] of [...version.functions, ...version.conditionFunctions]) {
      expect(definition.name).toBe(name);
      expect(definition.description).not.toBe('');
    }
  });

  it.each(ALL)('$key $date lacks no function that it has', (version) => {
    expect([...version.absentFunctions.keys()].filter((name) => version.functions.has(name))).toEqual([]);
  });

  it('of CloudFormation’s forms differ by conditions alone', () => {
    const [aws, heat] = CFN_VERSIONS.map(functionsOf);
    const shared = [
      ...['Fn::Base64', 'Fn::FindInMap', 'Fn::GetAZs', 'Fn::GetAtt', 'Fn::Join', 'Fn::MemberListToMap'],
      ...['Fn::Replace', 'Fn::ResourceFacade', 'Fn::Select', 'Fn::Split', 'Ref'],
    ];
    expect(heat).toEqual(shared);
    expect(aws).toEqual([...shared, 'Fn::If'].sort());
    expect(CFN_VERSIONS.map(({ sections }) => sections.has('Conditions'))).toEqual([true, false]);
    expect(CFN_VERSIONS.map(({ conditionFunctions }) => conditionFunctions.has('Fn::Equals'))).toEqual([true, false]);
    expect(CFN_VERSIONS.map(({ absentFunctions }) => absentFunctions.has('Fn::If'))).toEqual([false, true]);
  });

  it('of HOT took over some functions of CloudFormation’s and gave them up', () => {
    const cfn = (date: string): string[] => functionsOf(at(date)).filter((name) => /^(?:Fn::|Ref)/.test(name));
    expect(cfn('2013-05-23')).toEqual([
      ...['Fn::Base64', 'Fn::GetAZs', 'Fn::Join', 'Fn::MemberListToMap', 'Fn::Replace', 'Fn::ResourceFacade'],
      ...['Fn::Select', 'Fn::Split', 'Ref'],
    ]);
    expect(cfn('2014-10-16')).toEqual(['Fn::Select']);
    expect(cfn('2015-04-30')).toEqual(['Fn::Select']);
    expect(cfn('2015-10-15')).toEqual([]);
  });

  it('of HOT gained conditions, lower-case policies and more by date', () => {
    const [before, since] = [at('2016-04-08'), at('2016-10-14')];
    expect([before, since].map(({ sections }) => sections.has('conditions'))).toEqual([false, true]);
    expect([before, since].map(({ deletionPolicies }) => deletionPolicies.get('retain'))).toEqual([
      undefined,
      'Retain',
    ]);
    expect([before, since].map(({ keys }) => keys.resource.externalId)).toEqual([null, 'external_id']);
    expect([before, since].map(({ keys }) => keys.output.condition)).toEqual([null, 'condition']);
    expect(before.absentFunctions.get('if')).toBe('since version 2016-10-14');
    expect(before.absentFunctions.get('repeat')).toBeUndefined();
    const modulo = [{ modulo: { step: 2, offset: 0 } }];
    const takesModulo = ['2016-10-14', '2017-02-24'].map((date) => {
      const faults = new Faults();
      at(date).parameters.readConstraints({ constraints: modulo }, Place.root('p'), faults);
      return faults.none;
    });
    expect(takesModulo).toEqual([false, true]);
    const tags = ['2017-09-01', '2018-03-02'].map((date) => at(date).parameters.allowed.has('tags'));
    expect(tags).toEqual([false, true]);
  });
});
