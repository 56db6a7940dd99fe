/** Pieces of the language by themselves, for the conformance vectors; nothing that a stack is made with. */
export { probeChild, probeLoad, probeLookup, probeMerge, probeSetting } from './probe-environment';
export type { ProbedEnvironment } from './probe-environment';
export { probeParameter } from './probe-parameter';
export type { GivenValue, ParameterPhase, ProbedParameter } from './probe-parameter';
export { probeSnippet } from './probe-snippet';
export type { Probed, SnippetPhase, SnippetWorld } from './probe-snippet';
export { probeEnvironmentText, probeTemplateText } from './probe-text';
export type { ProbedText } from './probe-text';
