#!/usr/bin/env bash
# Deletes the backend of a branch and all that it made, then the branch's site. Wants APP_ID and BRANCH.
set -euo pipefail

if [ "$BRANCH" = main ]; then
  echo "::error::main is not taken down by this." >&2
  exit 1
fi
if ! stack=$(aws amplify get-branch --app-id "$APP_ID" --branch-name "$BRANCH" \
  --query branch.backend.stackArn --output text 2>/dev/null); then
  echo "Amplify does not know $BRANCH; nothing to do."
  exit 0
fi
if [ "$stack" != None ]; then
  aws cloudformation delete-stack --stack-name "$stack"
  aws cloudformation wait stack-delete-complete --stack-name "$stack"
  echo "The backend of $BRANCH is gone."
fi
aws amplify delete-branch --app-id "$APP_ID" --branch-name "$BRANCH" >/dev/null
echo "The site of $BRANCH is gone."
