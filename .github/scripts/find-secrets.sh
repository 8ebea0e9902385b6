#!/usr/bin/env bash
# Looks for keys, tokens and passwords in every file that git knows. Its rules are secretlint's recommended ones.
set -euo pipefail
cd "$(dirname "$0")/../.."

version=13.0.6
git ls-files -z | xargs -0 npx --yes \
  --package "secretlint@$version" \
  --package "@secretlint/secretlint-rule-preset-recommend@$version" \
  secretlint --secretlintrc .github/secretlint.json --no-glob
