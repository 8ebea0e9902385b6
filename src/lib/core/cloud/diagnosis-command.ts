import { CONNECTOR_STACK } from './connector-command';

const S = CONNECTOR_STACK;

/**
 * A command for CloudShell that prints, as one JSON, what must be right in the account that is listened to. It only
 * reads. Nothing of it goes anywhere: the person pastes it into the page, which reads it. A part that cannot be read
 * tells `error` in its place, in AWS's own words.
 *
 * @param homeRegion the feed's Region, where the stack is looked for too when it is not in CloudShell's own
 */
export function diagnosisCommand(homeRegion: string): string {
  if (!/^[a-z\d-]+$/.test(homeRegion)) throw new RangeError(`${homeRegion} is no Region`);
  return `(
here="\${AWS_REGION:-$(aws configure get region)}"
ask() { local out; if out=$("$@" --output json 2>&1); then echo "\${out:-null}"; else jq -n --arg e "$out" '{error:$e}'; fi; }
look() {
  local names; names=$(aws cloudformation describe-stack-resources --stack-name ${S} --region "$1" --query "StackResources[?ResourceType=='AWS::Events::Rule'].PhysicalResourceId" --output text 2>/dev/null)
  ask aws cloudformation describe-stacks --stack-name ${S} --region "$1" --query 'Stacks[0].{status:StackStatus,reason:StackStatusReason,parameters:Parameters}' | jq -c --arg r "$1" '{region:$r,stack:.}'
  for name in $names; do
    ask aws events describe-rule --name "$name" --region "$1" --query '{name:Name,state:State}' | jq -c --arg n "$name" --arg r "$1" '{region:$r,rule:(.+{name:$n})}'
    for metric in Invocations FailedInvocations; do
      ask aws cloudwatch get-metric-statistics --region "$1" --namespace AWS/Events --metric-name $metric --dimensions "Name=RuleName,Value=$name" --start-time "$(date -u -d '-1 hour' +%FT%TZ)" --end-time "$(date -u +%FT%TZ)" --period 3600 --statistics Sum --query 'sum(Datapoints[].Sum)' | jq -c --arg n "$name" --arg r "$1" --arg m $metric '{region:$r,metric:{rule:$n,name:$m,sum:.}}'
    done
  done
}
trails() {
  ask aws cloudtrail describe-trails --query 'trailList[].{arn:TrailARN,home:HomeRegion,everywhere:IsMultiRegionTrail}' | jq -c '{trails:.}'
  for arn in $(aws cloudtrail describe-trails --query 'trailList[].TrailARN' --output text 2>/dev/null); do
    ask aws cloudtrail get-trail-status --name "$arn" --query '{logging:IsLogging}' | jq -c --arg a "$arn" '{trail:(.+{arn:$a})}'
  done
}
{ ask aws sts get-caller-identity --query '{account:Account}' | jq -c '{identity:.}'
  look "$here"; [ "$here" = ${homeRegion} ] || look ${homeRegion}
  trails; } | jq -s --arg here "$here" '{version:1,region:$here,parts:.}'
)`;
}
