import type { Difference } from './comparison';
import type { Vector } from './vectors';

/** Why Kiln's answer to these cases is another than Heat's, and better or as good for the user. */
const BY_ID: readonly (readonly [reason: string, ...ids: string[]])[] = [
  [
    'a path into an attribute whose name another attribute gives is followed; Heat refuses it before it knows the name',
    'functions/get_attr/19fc06398c',
  ],
  [
    'all attributes of a resource are there whenever each of them is; Heat gives none of a FAILED one, but any by name',
    'functions/get_attr_states/9d7ed3f0fa',
    'functions/get_attr_states/6a3f05c4c7',
  ],
  [
    'NaN and infinity are not JSON: they could not be stored or shown',
    'parameters/type_json/72faf6769f',
    'yaml11/json/8837fa5bb5',
  ],
  [
    'references back to a group need an engine that a pattern can stall; the diagnostic names what cannot be taken',
    'parameters/allowed_pattern/54c250374b',
  ],
  [
    'whether a time has passed is not asked: the library has no clock, and a template that was right stays right',
    'parameters/custom_expiration/54017dfbdc',
  ],
  [
    'immutable values are compared in their type; Heat takes `5` and `"5"` for a change of a number',
    'parameters/immutable/6cc5acad57',
    'parameters/immutable/5c47cf2dc6',
  ],
  [
    'an empty constraint constrains nothing: Heat refuses it, but writes it into the templates that it makes of types',
    'parameters/schema/15a9a732dc',
  ],
  [
    'a path through an attribute may rest on a parameter that validation was not given; Heat takes it for a wrong name',
    'corpus_validate/hot/9423fb4b35',
    'corpus_validate/hot/3d23f3457f',
  ],
  ['sets and bytes have no form in JSON: the diagnostic names the tag', 'yaml11/documents/8df99b35cc'],
  ['sets and bytes have no form in JSON: the diagnostic names the tag', 'yaml11/documents/8bf91075ce'],
  [
    'the graph is made of templates that are right; Heat draws it of one with an unknown property or update policy',
    'graph/references/10be42e1b2',
    'graph/corpus_hot/6846e6e3ea',
  ],
  [
    'a description that is no text is shown as the text that Python prints of it',
    'templates/sections/4c56e31e40',
    'templates/sections/86e2e35804',
    'templates/sections/e10347c819',
  ],
  [
    'a condition may rest on a boolean parameter that validation was not given; Heat fails on Python’s None',
    'templates/conditions/3dbaf04671',
  ],
  [
    'an empty section is refused, as by Heat’s own reader of environments, which the case goes round',
    'environments/load/fee16259d1',
  ],
  [
    'a function may stand for all properties or policies; Heat fails in Python',
    'templates/if_omit_property/eaaba76c49',
    'templates/if_omit_property/eb1b50d067',
  ],
];

const REASONS: ReadonlyMap<string, string> = new Map(
  BY_ID.flatMap(([reason, ...ids]) => ids.map((id) => [id, reason] as const)),
);

/** A difference that is told by what a case is marked with, and not by its id. */
interface DifferenceRule {
  readonly reason: string;
  readonly applies: (difference: Difference, flags: readonly string[]) => boolean;
}

const RULES: readonly DifferenceRule[] = [
  {
    reason: 'Heat fails by an accident of Python; Kiln answers',
    applies: ({ expected: { error, origin } }, flags) =>
      error !== undefined && (origin === 'python' || flags.includes('heat_bug')),
  },
];

/** The reason for a difference, where there is one. */
export function reasonFor(difference: Difference, vector: Vector): string | undefined {
  const rule = RULES.find(({ applies }) => applies(difference, vector.flags ?? []));
  return rule?.reason ?? REASONS.get(difference.id);
}

/** Ids that have a reason of their own: each must still differ. */
export function explainedIds(): string[] {
  return [...REASONS.keys()];
}

/** Every reason: those that hold wherever something is met with, and those for single cases, with their ids. */
export function explainedDifferences(): {
  readonly rules: readonly string[];
  readonly byId: ReadonlyMap<string, string>;
} {
  return { rules: RULES.map(({ reason }) => reason), byId: REASONS };
}
