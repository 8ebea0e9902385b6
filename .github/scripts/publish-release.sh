#!/usr/bin/env bash
# Commits, tags and publishes what write-release.sh wrote. Wants GH_TOKEN.
set -euo pipefail
cd "$(dirname "$0")/../.."

version=$(cat release-version.txt)
git config user.name 'github-actions[bot]'
git config user.email '41898282+github-actions[bot]@users.noreply.github.com'
git add CHANGELOG.md package.json package-lock.json
git commit --quiet --message "chore(release): $version"
git tag "$version"
git push --atomic origin HEAD:main "$version"
gh release create "$version" --verify-tag --title "$version" --notes-file release-notes.md
