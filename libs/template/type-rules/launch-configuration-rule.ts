import type { TypeRule } from './type-rule';

/** Groups of instances: the launch configuration is a resource of the stack, and is referred to, not just named. */
export const launchConfigurationReferred: TypeRule = (context) => {
  const name = context.property('LaunchConfigurationName');
  if (typeof name !== 'string' || name === '') return;
  if (!context.hasResource(name)) {
    context.report('LaunchConfigurationName', 'expected a reference to a launch configuration of this stack');
  } else if (!context.dependsOn(name)) {
    context.report('LaunchConfigurationName', `expected a reference to \`${name}\`, not just its name`);
  }
};

/** `AWS::AutoScaling::AutoScalingGroup`: what its instances are like is said in one way. */
export const oneOrigin: TypeRule = (context) => {
  const [instance, configuration] = [context.property('InstanceId'), context.property('LaunchConfigurationName')];
  if (isGiven(instance) === isGiven(configuration)) {
    context.report('LaunchConfigurationName', 'expected either `InstanceId` or `LaunchConfigurationName`');
  }
};

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}
