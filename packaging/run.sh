#!/usr/bin/env bash
# Open the window; where there is no display, run the demo and say where its papers and pictures are.
set -euo pipefail
cd "$(dirname "$0")/.."
python=$1
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ "$(uname)" != Linux ]; then
  exec "$python" -m caseapp
fi
echo "There is no display here: running the demo instead."
QT_QPA_PLATFORM=offscreen "$python" -m caseapp demo demo-out
