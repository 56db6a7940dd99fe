// Made by libs/resources/catalogue/writing/main.ts; not to be edited by hand.

export const osVitrage = {
  'OS::Vitrage::Template':
    '{"type":"OS::Vitrage::Template","support_status":{"status":"SUPPORTED","version":"16.0.0"},"properties":{"template_file":{"type":"String","required":true},"template_params":{"type":"Map","required":true}},"attributes":{"show":{"type":"Map"}}}',
};
