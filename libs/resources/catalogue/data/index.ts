// Made by libs/resources/catalogue/writing/main.ts; not to be edited by hand.
import { awsAutoScaling } from './aws-autoscaling';
import { awsCloudFormation } from './aws-cloudformation';
import { awsEC2 } from './aws-ec2';
import { awsElasticLoadBalancing } from './aws-elasticloadbalancing';
import { awsIAM } from './aws-iam';
import { awsS3 } from './aws-s3';
import { osAodh } from './os-aodh';
import { osBarbican } from './os-barbican';
import { osBlazar } from './os-blazar';
import { osCinder } from './os-cinder';
import { osDesignate } from './os-designate';
import { osGlance } from './os-glance';
import { osHeat } from './os-heat';
import { osIronic } from './os-ironic';
import { osKeystone } from './os-keystone';
import { osMagnum } from './os-magnum';
import { osManila } from './os-manila';
import { osMistral } from './os-mistral';
import { osMonasca } from './os-monasca';
import { osNeutron } from './os-neutron';
import { osNova } from './os-nova';
import { osOctavia } from './os-octavia';
import { osSahara } from './os-sahara';
import { osSenlin } from './os-senlin';
import { osSwift } from './os-swift';
import { osTrove } from './os-trove';
import { osVitrage } from './os-vitrage';
import { osZaqar } from './os-zaqar';
import { osZun } from './os-zun';

/** What is known of each of Heat’s types, as JSON. */
export const factTexts: Readonly<Record<string, string>> = {
  ...awsAutoScaling,
  ...awsCloudFormation,
  ...awsEC2,
  ...awsElasticLoadBalancing,
  ...awsIAM,
  ...awsS3,
  ...osAodh,
  ...osBarbican,
  ...osBlazar,
  ...osCinder,
  ...osDesignate,
  ...osGlance,
  ...osHeat,
  ...osIronic,
  ...osKeystone,
  ...osMagnum,
  ...osManila,
  ...osMistral,
  ...osMonasca,
  ...osNeutron,
  ...osNova,
  ...osOctavia,
  ...osSahara,
  ...osSenlin,
  ...osSwift,
  ...osTrove,
  ...osVitrage,
  ...osZaqar,
  ...osZun,
};
