#!/usr/bin/env bash
# Fetches the last .NET Interactive and the chart packages of the lessons, so that both work offline from here on.
# The course does not depend on them: what a package feed lacks is said, and nothing fails.
set -uo pipefail
cd "$(dirname "$0")/polyglot"

tool_version=1.0.712001
log=$(mktemp)
trap 'rm -f "$log"' EXIT
lacking=0

lacks() {
  lacking=1
  echo "- $1: not fetched. $2"
  grep -m 1 -o -E '(error )?NU[0-9]{4}: .*|.*(is not found|not found in|could not be found).*' "$log" | cut -c 1-200 | sed 's/^/    /'
}

if dotnet tool install Microsoft.dotnet-interactive --version "$tool_version" --tool-path "$HOME/.dotnet/tools" > "$log" 2>&1 ||
  "$HOME/.dotnet/tools/dotnet-interactive" --version 2> /dev/null | grep -q "^$tool_version"; then
  echo "- .NET Interactive $tool_version: ready"
else
  lacks ".NET Interactive $tool_version" "Polyglot Notebooks will not start here; use the course's own kernel \".NET (C#)\" instead."
fi

if dotnet restore polyglot.csproj > "$log" 2>&1; then
  echo "- Plotly.NET: in the package cache"
else
  lacks "Plotly.NET" "The course draws its charts with its own stand-in instead."
fi

if [ "$lacking" = 0 ]; then echo "Polyglot Notebooks can run the lessons."; else echo "The lessons run without it."; fi
