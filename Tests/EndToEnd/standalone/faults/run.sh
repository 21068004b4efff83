#!/usr/bin/env bash
# Faults of the whole process: kills, crowds, full disks, starts in every state. One line a phase.
#
#   run.sh SWIFT-VIRT-EXECUTABLE
#
# Environment:
#   ONLY    a regular expression: run only the phases whose names match
#   KILLS   how often the storm kills (default 200)
#   FUZZ    how many seconds of faulty requests (default 60, at most 280)
#   SEED    the seed of the storms and of the faulty requests (default: 1, so that every run does the same; for a hunt
#           by hand give another, such as SEED=$RANDOM)
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../../../.." && pwd)
[ $# = 1 ] && [ -x "$1" ] || { echo "usage: run.sh SWIFT-VIRT-EXECUTABLE" >&2; exit 2; }
swift_virt=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
export PYTHONDONTWRITEBYTECODE=1
"$root/.ci/install-packages" python3
seed=${SEED:-1}
failures=0

phase() { # NAME COMMAND...
  local name=$1 start=$SECONDS
  shift
  [[ $name =~ ${ONLY:-} ]] || return 0
  if "$@"; then echo "PASS  $name, $((SECONDS - start)) s"; else
    failures=$((failures + 1))
    echo "FAIL  $name, $((SECONDS - start)) s"
  fi
}

phase "a storm of writes, killed" timeout 900 "$here/storm.py" "$swift_virt" --kills "${KILLS:-200}" --seed "$seed"
phase "a thousand watchers" timeout 300 "$here/watchers.py" "$swift_virt"
phase "kills in the middle of what controllers do" timeout 300 "$here/interruptions.py" "$swift_virt" --seed "$seed"
phase "a full disk and a read-only one" timeout 200 "$here/disk.py" "$swift_virt"
phase "starts in every state" timeout 300 "$here/starts.py" "$swift_virt"
phase "requests that nobody would send" timeout 300 "$here/fuzz.py" "$swift_virt" --seconds "${FUZZ:-60}" --seed "$seed"

[ "$failures" = 0 ]
