#!/bin/bash
# The first process of a launcher's container in v0.8.0's pods: starts virt-launcher with the same arguments, passes
# on the signals that stop a pod, and leaves no QEMU behind.

# QEMU runs as another user than the launcher, and must be able to open the device.
if [ -c /dev/kvm ] && getent group qemu >/dev/null; then
  chown :qemu /dev/kvm && chmod 660 /dev/kvm
fi

virt-launcher "$@" &
launcher=$!
trap 'kill -TERM "$launcher" 2>/dev/null' TERM INT QUIT HUP

# A trapped signal ends `wait` early.
while true; do
  wait "$launcher"
  code=$?
  kill -0 "$launcher" 2>/dev/null || break
done

guests() {
  local folder
  for folder in /proc/[0-9]*; do
    case "$(readlink "$folder/exe" 2>/dev/null)" in
      */qemu-system-* | */qemu-kvm) echo "${folder#/proc/}" ;;
    esac
  done
}

remaining=$(guests)
if [ -n "$remaining" ]; then
  echo "virt-launcher has left a guest behind, which is ended: $remaining" >&2
  kill -TERM $remaining 2>/dev/null
  for _ in $(seq 100); do
    remaining=$(guests)
    [ -z "$remaining" ] && break
    sleep 0.1
  done
  [ -n "$remaining" ] && kill -KILL $remaining 2>/dev/null
fi
exit "$code"
