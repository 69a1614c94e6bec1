#!/usr/bin/env bash
# Writes what the course is made of, with versions, licences and hashes, as two CycloneDX files: artifacts/bom.
set -euo pipefail
cd "$(dirname "$0")/.."
mkdir -p artifacts/bom
dotnet tool restore > /dev/null
dotnet restore --locked-mode -v quiet
dotnet tool run dotnet-CycloneDX LogRegCourse.sln --exclude-test-projects --disable-package-restore \
  --base-intermediate-output-path "$PWD/artifacts/obj" --output artifacts/bom --filename dotnet.json --output-format Json > artifacts/bom/dotnet.log 2>&1
(cd src/LogRegCourse.App/Web && npm sbom --sbom-format cyclonedx --package-lock-only) > artifacts/bom/npm.json
ls artifacts/bom
