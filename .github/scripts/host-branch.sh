#!/usr/bin/env bash
# Lets Amplify Hosting build and publish the site of a branch, and waits for it.
# Wants APP_ID and BRANCH; POLL_SECONDS says how often it looks (15).
set -euo pipefail

job=$(aws amplify start-job --app-id "$APP_ID" --branch-name "$BRANCH" --job-type RELEASE \
  --query jobSummary.jobId --output text)
echo "Job $job of $BRANCH has begun."

while true; do
  status=$(aws amplify get-job --app-id "$APP_ID" --branch-name "$BRANCH" --job-id "$job" \
    --query job.summary.status --output text)
  case "$status" in
    SUCCEED)
      echo "The site of $BRANCH is published."
      exit 0
      ;;
    FAILED | CANCELLED)
      echo "::error::Job $job of $BRANCH ended as $status; its log is in the Amplify console." >&2
      exit 1
      ;;
  esac
  sleep "${POLL_SECONDS:-15}"
done
