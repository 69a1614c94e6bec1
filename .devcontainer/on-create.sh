#!/usr/bin/env bash
# Builds the course, makes its kernel known to VS Code and Jupyter, and fetches the pinned Polyglot stack.
set -euo pipefail
cd "$(dirname "$0")/.."

echo "== The course =="
dotnet build --nologo --verbosity quiet src/LogRegCourse.App
dotnet build --nologo --verbosity quiet src/LogRegCourse.Polyglot
dotnet run --no-build --project src/LogRegCourse.App -- kernel install

echo "== Polyglot Notebooks, pinned (optional) =="
bash .devcontainer/polyglot.sh

echo "== What this machine has =="
dotnet run --no-build --project src/LogRegCourse.App -- doctor
