import { randomInt } from 'node:crypto';
import type { Json, JsonObject } from '#contracts';
import type { PropertySchema } from '#template';
import { GONE } from '../gone';
import { physicalName } from '../names/physical-name';
import { listOf, mapOf, numberOf, textOf, wordOf } from '../property-values';
import type { ResourceType } from '../resource-type';
import { leastLength, randomCharacters } from './random-characters';
import type { CharacterSource, Draw } from './random-characters';
import { showAttribute } from './show-attribute';

const LOWERCASE = 'abcdefghijklmnopqrstuvwxyz';
const UPPERCASE = LOWERCASE.toUpperCase();
const DIGITS = '0123456789';
const CLASSES: Readonly<Record<string, string>> = {
  lettersdigits: LOWERCASE + UPPERCASE + DIGITS,
  letters: LOWERCASE + UPPERCASE,
  lowercase: LOWERCASE,
  uppercase: UPPERCASE,
  digits: DIGITS,
  hexdigits: `${DIGITS}ABCDEF`,
  octdigits: '01234567',
};
const ONE_OF_THE_CLASSES = [{ allowed_values: Object.keys(CLASSES) }];
const DEFAULT_CLASS = { class: 'lettersdigits', min: 1 };

const min: PropertySchema = {
  type: 'Integer',
  default: 1,
  description: 'How many of its characters there must be at least.',
  constraints: [{ range: { min: 1, max: 512 } }],
};

const properties: Readonly<Record<string, PropertySchema>> = {
  length: {
    type: 'Integer',
    default: 32,
    description: 'How many characters the string has.',
    constraints: [{ range: { min: 1, max: 512 } }],
  },
  character_classes: {
    type: 'List',
    default: [DEFAULT_CLASS],
    description: 'Classes of characters to draw from.',
    items: {
      type: 'Map',
      entries: {
        class: {
          type: 'String',
          default: DEFAULT_CLASS.class,
          description: 'The class.',
          constraints: ONE_OF_THE_CLASSES,
        },
        min,
      },
    },
  },
  character_sequences: {
    type: 'List',
    description: 'Characters to draw from, beside those of the classes.',
    items: {
      type: 'Map',
      entries: { sequence: { type: 'String', required: true, description: 'The characters.' }, min },
    },
  },
  salt: { type: 'String', description: 'Not used for drawing; changed on an update it has a new string drawn.' },
  sequence: {
    type: 'String',
    description: 'Old way to give one character class; use `character_classes`.',
    supportStatus: { status: 'HIDDEN', version: '5.0.0', previousStatus: { status: 'DEPRECATED', version: '2014.2' } },
    constraints: ONE_OF_THE_CLASSES,
  },
};

const TOO_SHORT = {
  property: 'length',
  detail: 'is less than the characters that the classes and sequences ask for: raise it, or lower their `min`',
};

/**
 * Draws a string. It is drawn once: the type is instant, so a value that was lost with its commit was seen by
 * nobody, and one that was committed is not drawn again.
 */
export function createRandomString(draw: Draw = randomInt): ResourceType {
  return {
    schema: {
      type: 'OS::Heat::RandomString',
      description: 'Draws a random string, for passwords and secrets.',
      supportStatus: { status: 'SUPPORTED', version: '2014.1' },
      properties,
      attributes: {
        value: { type: 'String', description: 'The string; `get_resource` answers it too.' },
        ...showAttribute,
      },
      check: (known) => (hasAll(known) && leastLength(sourcesOf(known)) > lengthOf(known) ? [TOO_SHORT] : []),
    },
    instant: true,
    // `async`, so that minimums that don't fit are a rejection.
    create: async (step) => {
      const drawn = randomCharacters(sourcesOf(step.properties), lengthOf(step.properties), draw);
      return Promise.resolve({ outcome: 'done', physicalId: physicalName(step), attributes: { value: drawn } });
    },
    delete: () => Promise.resolve(GONE),
    referenceId: ({ attributes, resourceName }) => textOf(attributes['value']) ?? resourceName,
  };
}

/** Both have a default, so where one is missing it is not known yet. */
function hasAll(known: JsonObject): boolean {
  return known['length'] !== undefined && known['character_classes'] !== undefined;
}

function lengthOf(given: JsonObject): number {
  return numberOf(given['length']) ?? 32;
}

function sourcesOf(given: JsonObject): CharacterSource[] {
  const sequences = entriesOf(given['character_sequences']).map((entry) => ({
    characters: textOf(entry['sequence']) ?? '',
    min: minOf(entry),
  }));
  const classes = classesOf(given).map((entry) => ({ characters: charactersOf(entry), min: minOf(entry) }));
  const sources = [...sequences, ...classes];
  return sources.length > 0 ? sources : [{ characters: charactersOf(DEFAULT_CLASS), min: 0 }];
}

// `sequence` takes the place of the default class, and is added to classes that were given.
function classesOf(given: JsonObject): JsonObject[] {
  const classes = entriesOf(given['character_classes']);
  const old = wordOf(given['sequence']);
  if (old === undefined) return classes;
  const isDefault = classes.length === 1 && classes[0]?.['class'] === DEFAULT_CLASS.class && minOf(classes[0]) === 1;
  return [...(isDefault ? [] : classes), { class: old, min: 1 }];
}

function charactersOf(entry: JsonObject): string {
  return CLASSES[textOf(entry['class']) ?? DEFAULT_CLASS.class] ?? '';
}

function minOf(entry: JsonObject): number {
  return numberOf(entry['min']) ?? 1;
}

function entriesOf(value: Json | undefined): JsonObject[] {
  return (listOf(value) ?? []).map((entry) => mapOf(entry) ?? {});
}
