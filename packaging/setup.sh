#!/usr/bin/env bash
# Set this checkout up: system libraries (on Debian, as root), then a virtual environment from the lock file.
# usage: setup.sh app|dev PYTHON
set -euo pipefail
cd "$(dirname "$0")/.."
what=$1 python=$2

libraries="libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libglib2.0-0"
window="libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-xinerama0 libxcb-xkb1"
tests="poppler-utils"
packages="python3 python3-venv $libraries $window"
[ "$what" = dev ] && packages="$packages $tests"

if command -v dpkg-query >/dev/null; then
  missing=""
  for package in $packages; do
    state=$(dpkg-query -W -f='${Status}' "$package" 2>/dev/null || true)
    [ "$state" = "install ok installed" ] || missing="$missing $package"
  done
  # A Python of one's own makes Debian's needless.
  if "$python" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    missing=$(echo " $missing " | sed -E 's/ python3(-venv)? / /g; s/ python3(-venv)? / /g')
  fi
  if [ -n "${missing// /}" ]; then
    if [ "$(id -u)" = 0 ]; then
      echo "Installing system libraries:$missing"
      export DEBIAN_FRONTEND=noninteractive
      apt-get -qq update
      # shellcheck disable=SC2086
      apt-get -qq install -y --no-install-recommends $missing >/dev/null
    else
      echo "These system libraries are missing:$missing" >&2
      echo "Ask whoever looks after this computer to run: apt-get install$missing" >&2
      [ "$what" = app ] || exit 2
    fi
  fi
fi

"$python" -c 'import sys; sys.exit("Python 3.11, 3.12 or 3.13 is needed.") if not (3, 11) <= sys.version_info[:2] < (3, 14) else None'
[ -x .venv/bin/python ] || "$python" -m venv .venv
echo "Installing the pinned dependencies into .venv (requirements/$what.txt)"
.venv/bin/python -m pip install -q --disable-pip-version-check --require-hashes -r "requirements/$what.txt"
