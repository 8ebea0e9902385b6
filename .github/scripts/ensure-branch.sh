#!/usr/bin/env bash
# Makes a branch known to Amplify, which builds it only when it is told to. Wants APP_ID and BRANCH.
set -euo pipefail

if aws amplify get-branch --app-id "$APP_ID" --branch-name "$BRANCH" >/dev/null 2>&1; then
  echo "$BRANCH is known."
  exit 0
fi
aws amplify create-branch --app-id "$APP_ID" --branch-name "$BRANCH" --stage DEVELOPMENT \
  --no-enable-auto-build --environment-variables BACKEND=actions >/dev/null
echo "$BRANCH is made."
