import type { ValueTransformer } from 'typeorm';

/** Sequences and offsets stay far below 2^53, so they are numbers in the code. */
export const bigintAsNumber: ValueTransformer = {
  to: (value: unknown) => value,
  from: (value: unknown) => (typeof value === 'string' ? Number(value) : value),
};

export const bigintsAsNumbers: ValueTransformer = {
  to: (value: unknown) => value,
  from: (value: unknown) => (Array.isArray(value) ? value.map(Number) : value),
};
