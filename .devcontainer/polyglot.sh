#!/usr/bin/env bash
# Fetches the last .NET Interactive and the chart packages of the lessons, so that both work offline from here on.
# The course does not depend on the tool: what a package feed lacks is said, and nothing fails.
set -uo pipefail
cd "$(dirname "$0")/polyglot"

tool_version=1.0.712001
tools="$HOME/.dotnet/tools"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
lacking=0

lacks() {
  lacking=1
  echo "- $1: not fetched. $2"
  grep -m 1 -o -E '(error )?NU[0-9]{4}: .*|.*(is not found|not found in|could not be found).*' "$log" | cut -c 1-200 | sed 's/^/    /'
}

if dotnet tool install Microsoft.dotnet-interactive --version "$tool_version" --tool-path "$tools" > "$log" 2>&1 ||
  "$tools/dotnet-interactive" --version 2> /dev/null | grep -q "^$tool_version"; then
  echo "- .NET Interactive $tool_version: ready"
else
  lacks ".NET Interactive $tool_version" "Polyglot Notebooks runs the lessons by the course's own kernel all the same; only the comparison with the tool is left out."
fi

if dotnet restore polyglot.csproj > "$log" 2>&1; then
  echo "- Plotly.NET: in the package cache"
  # Plotly.NET needs a newer FSharp.Core than the tool was released with.
  newer="${NUGET_PACKAGES:-$HOME/.nuget/packages}/fsharp.core/10.1.403/lib/netstandard2.1/FSharp.Core.dll"
  find "$tools/.store" -path '*dotnet-interactive*' -name FSharp.Core.dll -exec cp "$newer" {} \; 2> /dev/null
else
  lacks "Plotly.NET" "Without it no lesson's first cell runs: see what the package feed says, and run this script again."
fi

if [ "$lacking" = 0 ]; then echo "Polyglot Notebooks can run the lessons."; fi
