#!/usr/bin/env bash
# Raises the version by what the commits since the last tag say, and writes CHANGELOG.md and release-notes.md.
set -euo pipefail
cd "$(dirname "$0")/../.."

cliff() {
  npx --yes git-cliff@2.14.2 --config .github/cliff.toml "$@"
}

version=$(cliff --bumped-version)
if git rev-parse --quiet --verify "refs/tags/$version" >/dev/null; then
  echo "::error::$version is out already: no commit since then calls for a release." >&2
  exit 1
fi
cliff --tag "$version" --output CHANGELOG.md
npx --yes prettier@3.10.1 --no-config --write CHANGELOG.md >/dev/null
cliff --tag "$version" --unreleased --strip all --output release-notes.md
npm version --no-git-tag-version --allow-same-version "${version#v}" >/dev/null
echo "$version" >release-version.txt
echo "Wrote $version."
