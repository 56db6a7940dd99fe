import type { Faults } from '../diagnostics/faults';
import type { Place } from '../diagnostics/place';
import { own } from '../json';
import type { ExactObject } from '../json';
import type { Bounds, Constraint } from '../schema/constraint';
import type { PlacedConstraint } from './read-constraint';
import { readLimits, readRule } from './read-rule';
import type { LimitNames } from './read-rule';

/** Reads the constraints of a parameter that has them among its own keys, as CloudFormation's templates do. */
export function readFlatConstraints(parameter: ExactObject, place: Place, faults: Faults): PlacedConstraint[] {
  const reader = new FlatReader(parameter, place, faults);
  return [
    ...reader.limits({ min: 'MinValue', max: 'MaxValue', whole: false }, (range) => ({ range })),
    ...reader.limits({ min: 'MinLength', max: 'MaxLength', whole: true }, (length) => ({ length })),
    ...reader.rule('AllowedValues', 'allowed_values'),
    ...reader.rule('AllowedPattern', 'allowed_pattern'),
  ];
}

class FlatReader {
  constructor(
    private readonly parameter: ExactObject,
    private readonly place: Place,
    private readonly faults: Faults,
  ) {}

  limits(names: LimitNames, make: (limits: Bounds) => Constraint): PlacedConstraint[] {
    const key = [names.min, names.max].find((name) => Object.hasOwn(this.parameter, name));
    const limits = key === undefined ? null : readLimits(this.parameter, names, this.place, this.faults);
    return limits === null || key === undefined ? [] : [this.placed(make(limits), key)];
  }

  rule(key: string, kind: 'allowed_values' | 'allowed_pattern'): PlacedConstraint[] {
    const json = own(this.parameter, key);
    const rule = json === undefined ? null : readRule(kind, json, this.place.at(key), this.faults);
    return rule === null ? [] : [this.placed(rule, key)];
  }

  /** All of them share one description. */
  private placed(rule: Constraint, key: string): PlacedConstraint {
    const description = own(this.parameter, 'ConstraintDescription');
    const described = typeof description === 'string' ? { ...rule, description } : rule;
    return { rule: described, place: this.place.at(key) };
  }
}
