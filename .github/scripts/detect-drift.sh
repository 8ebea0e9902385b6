#!/usr/bin/env bash
# Compares a deployment's stacks with their templates; fails when one differs.
# Wants APP_ID and BRANCH; POLL_SECONDS says how often it looks (10).
set -euo pipefail

root=$(aws amplify get-branch --app-id "$APP_ID" --branch-name "$BRANCH" \
  --query branch.backend.stackArn --output text)
nested=$(aws cloudformation describe-stack-resources --stack-name "$root" \
  --query "StackResources[?ResourceType=='AWS::CloudFormation::Stack'].PhysicalResourceId" \
  --output text)
drifted=0

for stack in $root $nested; do
  name=${stack#*:stack/}
  detection=$(aws cloudformation detect-stack-drift --stack-name "$stack" \
    --query StackDriftDetectionId --output text)
  while true; do
    read -r detected drift < <(aws cloudformation describe-stack-drift-detection-status \
      --stack-drift-detection-id "$detection" \
      --query '[DetectionStatus, StackDriftStatus]' --output text)
    [ "$detected" = DETECTION_IN_PROGRESS ] || break
    sleep "${POLL_SECONDS:-10}"
  done
  if [ "$detected" = DETECTION_FAILED ]; then
    echo "::error::Drift of ${name%%/*} could not be told." >&2
    drifted=1
  elif [ "$drift" = DRIFTED ]; then
    echo "::error::${name%%/*} has drifted:" >&2
    aws cloudformation describe-stack-resource-drifts --stack-name "$stack" \
      --stack-resource-drift-status-filters MODIFIED DELETED \
      --query 'StackResourceDrifts[].[LogicalResourceId, ResourceType, StackResourceDriftStatus]' \
      --output text >&2
    drifted=1
  else
    echo "${name%%/*}: as written."
  fi
done
exit "$drifted"
