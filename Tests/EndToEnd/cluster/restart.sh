#!/usr/bin/env bash
# Ends one process of a cluster and starts it again with the same command.
#
#   restart.sh --dir DIR NAME       (NAME as in DIR/pids: kube-apiserver, etcd …)
set -euo pipefail
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$HERE/processes.sh"
[ $# = 3 ] && [ "$1" = --dir ] || { echo "usage: restart.sh --dir DIR NAME" >&2; exit 2; }
DIR=$(cd "$2" && pwd) NAME=$3
[ -e "$DIR/run/$NAME" ] || { echo "restart.sh: no process $NAME in $DIR" >&2; exit 1; }
grep "^$NAME " "$DIR/pids" >"$DIR/run/.ending"
end_all "$DIR/run/.ending"
rm -f "$DIR/run/.ending"
sed -i "/^$NAME /d" "$DIR/pids"
start_again "$NAME"
