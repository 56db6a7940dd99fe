import type { ExactJson } from '#template';
import { equal } from './comparison';
import { expectationOf } from './vectors';
import type { Vector } from './vectors';

/** Functions that the library refuses by name, because they are not built yet. A case that uses one is out of scope. */
const NOT_BUILT: readonly string[] = [];

/** Topics of each set that the library covers; every case of theirs counts, whether it agrees or not. */
const TOPICS: Readonly<Record<string, readonly string[]>> = {
  functions: [
    ...['get_param', 'get_param_types', 'pseudo_parameters', 'get_resource', 'get_attr', 'get_attr_states'],
    ...['get_file', 'list_join', 'str_replace', 'str_replace_strict', 'str_replace_vstrict', 'literals'],
    ...['if', 'if_lazy', 'if_omit', 'equals', 'boolean_functions', 'condition_functions', 'conditions_section'],
    ...['str_split', 'map_merge', 'map_replace', 'filter', 'list_concat', 'list_concat_unique', 'contains'],
    ...['repeat', 'make_url', 'combinations', 'version_matrix', 'digest', 'resource_facade', 'cfn_ref'],
    ...['cfn_select', 'cfn_join', 'cfn_split', 'cfn_replace', 'cfn_base64', 'cfn_memberlist', 'cfn_findinmap'],
    ...['cfn_getatt', 'cfn_getazs', 'cfn_if', 'cfn_conditions', 'yaql'],
  ],
  parameters: [
    ...['allowed_pattern', 'allowed_values', 'constraint_description', 'default', 'default_with_constraint'],
    ...['hidden', 'immutable', 'length', 'modulo', 'parameter_defaults', 'parameter_groups', 'range', 'required'],
    ...['schema', 'several_constraints', 'tags', 'type_boolean', 'type_comma_delimited_list', 'type_json'],
    ...['type_number', 'type_string', 'unknown_parameter', 'custom_cron_expression', 'custom_dns_domain'],
    ...['custom_dns_name', 'custom_expiration', 'custom_ip_addr', 'custom_ip_or_cidr', 'custom_iso_8601'],
    ...['custom_mac_addr', 'custom_net_cidr', 'custom_no_such_constraint', 'custom_rel_dns_name'],
    ...['custom_test_constr', 'custom_timezone', 'custom_types', 'cfn_types', 'cfn_schema'],
  ],
  yaml11: [
    ...['anchors', 'block_scalars', 'booleans', 'dates', 'documents', 'duplicates', 'environment_text', 'escapes'],
    ...['floats', 'integers', 'json', 'merge_keys', 'null', 'plain_multiline', 'real_shapes', 'sexagesimal', 'tabs'],
    'unicode',
  ],
  graph: [
    ...['cfn', 'conditions', 'corpus_cfn', 'corpus_hot', 'explicit', 'external', 'functions', 'groups', 'implicit'],
    ...['random', 'references', 'wait'],
  ],
  templates: [
    ...['cfn', 'circular', 'conditions', 'conditions_unused', 'depends_on', 'duplicate_names', 'environment'],
    ...['environment_files', 'good', 'if_omit_property', 'output_references', 'outputs', 'parameter_groups'],
    ...['parameters', 'properties', 'properties_other', 'properties_random_string', 'properties_wait_condition'],
    ...['properties_cloud_types', 'references', 'registry', 'resource_body', 'sections', 'version', 'yaml_keys'],
    ...['limits', 'nested', 'nested_depth', 'properties_resource_group', 'resource_facade'],
  ],
  environments: [
    ...['child', 'corpus_environment', 'effective_parameters', 'hooks', 'load', 'lookup', 'lookup_type_errors'],
    ...['merge', 'merge_registry', 'merge_strategies', 'merge_strategy_conflicts', 'parse', 'restricted_actions'],
  ],
  corpus_validate: ['hot'],
  resource_templates: ['cfn', 'hot'],
};

/** Whether a case is about what the library covers. */
export function isInScope(set: string, vector: Vector): boolean {
  return (TOPICS[set] ?? []).includes(vector.topic) && !usesUnbuilt(vector);
}

/** Where its version takes the function for a plain map, or has it no longer, a case is covered all the same. */
function usesUnbuilt(vector: Vector): boolean {
  const { value, error = '' } = expectationOf(vector);
  if (error.includes('is not supported in this version')) return false;
  if (value !== undefined && equal(value, (vector['snippet'] ?? null) as ExactJson)) return false;
  const text = JSON.stringify([vector['snippet'], vector['conditions'], vector['template'], vector['files']]);
  return NOT_BUILT.some((name) => text.includes(`"${name}"`) || text.includes(`${name}:`));
}
