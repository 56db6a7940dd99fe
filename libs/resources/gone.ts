import type { StepAnswer } from './resource-type';

/** The answer of a delete that is over. */
export const GONE: StepAnswer = { outcome: 'done', physicalId: null, attributes: {} };
