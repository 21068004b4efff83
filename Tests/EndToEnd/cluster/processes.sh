# Sourced by up.sh, down.sh and restart.sh: the processes of one cluster.
#
# DIR/pids has one line a process: its name, its id and its start time from
# /proc, so that a process id that was given away since is never taken for ours.
# DIR/run/NAME is the command that started it.

start_time() { awk '{print $22}' "/proc/$1/stat" 2>/dev/null; }

alive() { # ID START-TIME
  [ "$2" != 0 ] && [ "$(start_time "$1")" = "$2" ] && [ "$(awk '{print $3}' "/proc/$1/stat" 2>/dev/null)" != Z ]
}

start() { # NAME COMMAND...
  local name=$1
  shift
  { echo '#!/usr/bin/env bash'; printf 'exec'; printf ' %q' "$@"; echo; } >"$DIR/run/$name"
  start_again "$name"
}

start_again() { # NAME
  setsid nohup bash "$DIR/run/$1" >>"$DIR/log/$1.log" 2>&1 </dev/null &
  local pid=$!
  sleep 0.02
  echo "$1 $pid $(start_time "$pid" || echo 0)" >>"$DIR/pids"
}

# Ends every process in a file of the form of DIR/pids, the last started first.
end_all() { # FILE
  local signal name pid start i any
  for signal in TERM KILL; do
    while read -r name pid start; do
      if alive "$pid" "$start"; then kill "-$signal" "$pid" 2>/dev/null || true; fi
    done < <(tac "$1")
    for ((i = 0; i < 50; i++)); do
      any=0
      while read -r name pid start; do alive "$pid" "$start" && any=1; done <"$1"
      [ "$any" = 1 ] || return 0
      sleep 0.1
    done
  done
  return 1
}
