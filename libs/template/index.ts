export type { Diagnostic } from '#contracts';
export { DEFAULT_LIMITS, tooDeepNesting, tooManyInTree } from './limits';
export type { TemplateLimits } from './limits';
export { countResources, hiddenNames } from './nested/tree';
export { differingKeys, equalValues } from './equal-values';
export { isObject } from './json';
export type { ExactJson, ExactObject } from './json';
export type { Outcome } from './outcome';
export { convertPlainly } from './properties/convert-property';
export type { Converted } from './properties/convert-property';
export { MASK, maskHidden } from './masks/mask-hidden';
export { hiddenByDefinition, maskEnvironment, shownEnvironment, shownFiles } from './masks/mask-definition';
export { maskTemplate } from './masks/mask-template';
export { unmasked, unmaskedFiles, unmaskedValues } from './masks/unmask';
export { Disclosure } from './outlook/disclosure';
export type { Secrets } from './outlook/disclosure';
export { isUnknown, lookAhead, lookAtOutputs } from './outlook/look-ahead';
export type { Outlook } from './outlook/look-ahead';
export { propertyDifferences } from './outlook/property-differences';
export type { PropertyDifference } from './outlook/property-differences';
export type { DeletionPolicy, ParentResource } from './parent-resource';
export { isWritten } from './numbers/written-number';
export type { ExactNumber } from './numbers/written-number';
export { prepareStack, prepareStackInSlices } from './prepare-stack';
export type { PrepareOptions, PseudoParameters, StackRequest } from './request';
export { parseExactJson, TooManyDigits } from './reader/parse-exact-json';
export { resolveMetadata, resolveOutputs, resolveProperties } from './resolve-stack';
export type { Bounds, Constraint } from './schema/constraint';
export type {
  AttributeSchema,
  CheckedResource,
  PropertyFault,
  PropertySchema,
  PropertyType,
  ResourceSchema,
  SupportStatus,
  TypeCatalogue,
} from './schema/resource-schema';
export { sampleTemplate } from './samples/sample-template';
export type { TemplateForm } from './samples/sample-template';
export { hiddenValues, shownParameters } from './shown-parameters';
export { runToEnd } from './slices';
export type { Sliced } from './slices';
export type {
  ParameterGroup,
  ParameterType,
  PreparedOutput,
  PreparedParameter,
  PreparedResource,
  PreparedStack,
  ResolutionScope,
  ResolvedOutput,
} from './stack';
export type { Expression } from './expressions/expression';
export { exactJsonText } from './text/exact-json-text';
export { pythonJson } from './text/python-json';
export { changedImmutables } from './parameters/changed-immutables';
export { knownJson, plainJson } from './values';
export type { Value } from './values';
export { describeVersions } from './versions/describe-versions';
export type { DescribedFunction, DescribedVersion } from './versions/describe-versions';
export * as probe from './probe';
