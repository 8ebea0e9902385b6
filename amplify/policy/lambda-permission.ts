import type { StackResource } from './stack-scope';

/** The ARN of the function that a permission is for, named by name or ARN. */
export function permittedFunction(
  permission: StackResource,
  anyArn: (name: string) => string,
): string {
  const named = String(permission.property('FunctionName'));
  return named.startsWith('arn:') ? named : anyArn(named);
}

/** The statement that an AWS::Lambda::Permission adds to the function's policy. */
export function permissionStatement(permission: StackResource, functionArn: string): object {
  const principal = String(permission.property('Principal'));
  const source = permission.property('SourceArn');
  const account = permission.property('SourceAccount');
  const condition = {
    ...(source === undefined ? {} : { ArnLike: { 'aws:SourceArn': source } }),
    ...(account === undefined ? {} : { StringEquals: { 'aws:SourceAccount': account } }),
  };
  return {
    Sid: permission.id,
    Effect: 'Allow',
    Principal: principal.endsWith('.amazonaws.com') ? { Service: principal } : { AWS: principal },
    Action: permission.property('Action'),
    Resource: functionArn,
    Condition: condition,
  };
}
