#!/usr/bin/env bash
# Ends the processes that up.sh started for one DIR, and nothing else, then
# removes its files.
#
#   down.sh --dir DIR [--keep]      (--keep leaves the files)
set -uo pipefail
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$HERE/processes.sh"
DIR='' KEEP=0
while [ $# -gt 0 ]; do
  case $1 in
    --dir) DIR=$2; shift ;;
    --keep) KEEP=1 ;;
    *) echo "usage: down.sh --dir DIR [--keep]" >&2; exit 2 ;;
  esac
  shift
done
[ -n "$DIR" ] && [ -e "$DIR/pids" ] || exit 0
DIR=$(cd "$DIR" && pwd)
status=0
end_all "$DIR/pids" || status=1
reservations=${TMPDIR:-/tmp}/.kube-test-ports
for file in "$reservations"/*; do
  if [ -f "$file" ] && [ "$(cat "$file" 2>/dev/null)" = "$DIR" ]; then rm -f "$file"; fi
done
rm -f "$DIR/pids"
if [ "$KEEP" = 0 ]; then
  rm -rf --one-file-system "$DIR"/{pki,etcd,log,run,env,kubeconfig,kcm.kubeconfig,scheduler.kubeconfig,virt-api.kubeconfig}
  rmdir "$DIR" 2>/dev/null
fi
exit "$status"
