import type { Family } from './family';
import { SERVICE_FAMILIES } from './service-families';
import { serviceOf } from './service-of';

/** One source speaks for several lanes; its detail-type tells which. */
const BY_DETAIL_TYPE: readonly (readonly [source: string, start: string, family: Family])[] = [
  ['aws.ec2', 'EBS ', 'storage'],
  ['aws.ssm', 'OpsItem', 'alarms'],
];

/** AWS services newer than our list, by what their names tell. */
const BY_NAME: readonly (readonly [RegExp, Family])[] = [
  [/^(?:iot|media|sns|sqs|event)/, 'messaging'],
  [/(?:security|guard|auth|identity|iam|sso|access|inspector|macie|kms|cert)/, 'identity'],
  [/^(?:code|deploy|build)|pipeline/, 'delivery'],
  [/^(?:s3|ebs|efs|fsx|backup|storage)|storage|file(?!r)/, 'storage'],
  [/^(?:rds|db|redshift|emr|data)|db$|database|cache/, 'data'],
  [/^(?:ec2|ecs|eks|lambda|sagemaker|bedrock|workspaces)|compute/, 'compute'],
  [/^(?:route53|network|vpc|cloudfront|waf|elb)|gateway/, 'edge'],
  [/watch|monitor|alarm|health|incident|cost/, 'alarms'],
];

/** The lane of an event's source. Every AWS service finds one; a source that nothing tells of goes to `messaging`. */
export function familyOf(source: string, detailType: string): Family {
  for (const [from, start, family] of BY_DETAIL_TYPE)
    if (source === from && detailType.startsWith(start)) return family;
  const service = serviceOf(source, detailType);
  return (
    SERVICE_FAMILIES.get(service) ?? (source.startsWith('aws.') ? byName(service) : 'messaging')
  );
}

function byName(service: string): Family {
  return BY_NAME.find(([name]) => name.test(service))?.[1] ?? 'messaging';
}
