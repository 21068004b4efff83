#!/bin/bash
# The small programs of launcher pods: programs.sh CONTAINER-DISK MONITOR
#
# container-disk runs in a root with nothing in it but itself and a disk, the monitor as the first process of a
# container with a launcher that does as it is told. Needs root.
set -euo pipefail
if [ "$(id -u)" != 0 ]; then
  echo "SKIP  programs: containers need root, and this user is not"
  exit 0
fi
disk=$(realpath "$1")
monitor=$(realpath "$2")
work=$(mktemp -d /tmp/programs.XXXXXX)
trap 'rm -rf "$work"' EXIT
failed=0

check() { # WHAT ACTUAL EXPECTED
  if [ "$2" = "$3" ]; then echo "ok    $1"; else echo "FAIL  $1: $2, not $3"; failed=1; fi
}

wait_for() { # COMMAND…
  for _ in $(seq 100); do "$@" >/dev/null 2>&1 && return; sleep 0.1; done
  return 1
}

# An image without any library, as first process of its container.
root=$work/root
mkdir -p "$root"/{bin,disk,proc,tmp}
cp "$disk" "$root/entry-point.sh"
ln "$root/entry-point.sh" "$root/bin/cat"
inside() { # NAME=VALUE… -- PROGRAM ARGUMENT…
  local variables=()
  while [ "$1" != -- ]; do variables+=("$1"); shift; done
  shift
  unshare --mount --pid --fork --kill-child --mount-proc="$root/proc" env -i "${variables[@]}" \
    "$(command -v chroot)" "$root" "$@"
}
code() { "$@" >/dev/null 2>&1 && echo 0 || echo $?; }
# The first process of the container that a command in the background made.
first() { # PID
  local pid=$1
  while [ "$(cat "/proc/$pid/comm")" != unshare ]; do pid=$(cut -d' ' -f1 "/proc/$pid/task/$pid/children"); done
  cut -d' ' -f1 "/proc/$pid/task/$pid/children"
}

head -c 3000000 /dev/zero >"$root/disk/disk.img"
echo end >>"$root/disk/disk.img"
copy=$root/var/run/libvirt/data/disk_v/disk-image.raw
inside COPY_PATH=/var/run/libvirt/data/disk_v/disk-image -- /entry-point.sh &
container=$!
wait_for inside -- /bin/cat /tmp/healthy && ready=yes || ready=no
check "a registry disk's container becomes ready" "$ready" yes
cmp "$root/disk/disk.img" "$copy" && same=yes || same=no
check "the disk is copied" "$same" yes
check "zeros become holes" "$(($(stat -c %b "$copy") < 1000))" 1
kill "$(first $container)"
wait $container && result=0 || result=$?
check "it ends when told to" "$result" 0

rm "$root/tmp/healthy" "$copy"
mv "$root/disk/disk.img" "$root/disk/disk.qcow2"
inside COPY_PATH=/copy/disk-image -- /entry-point.sh &
container=$!
wait_for test -e "$root/tmp/healthy" || true
check "the format is the copy's suffix" "$(ls "$root/copy")" $'disk-image\ndisk-image.qcow2'
rm "$root/copy/disk-image.qcow2"
wait $container && result=0 || result=$?
check "it ends with its copy" "$result" 0

printf 'KDMV' >"$root/disk/disk.vmdk"
check "a format that nobody can use is an error" "$(code inside COPY_PATH=/copy/x -- /entry-point.sh)" 1
check "a missing COPY_PATH is an error" "$(code inside -- /entry-point.sh)" 1
check "cat of no file is an error" "$(code inside -- /bin/cat /nothing)" 1

mv "$root/entry-point.sh" "$root/container-disk"
check "a container disk that is only pulled" "$(code inside -- /container-disk --no-op)" 0
folder=/run/$(printf 'x%.0s' {1..120})
inside -- /container-disk --copy-path "$folder/disk_0" &
container=$!
wait_for test -S "$root$folder/disk_0.sock" && listens=yes || listens=no
check "a container disk listens, however long the path" "$listens" yes
kill "$(first $container)"
wait $container && result=0 || result=$?
check "and ends when told to" "$result" 0
check "and takes its socket away" "$(ls "$root$folder")" ""

# A launcher that ends with 3 at once, or with 7 when told to, and leaves a process that looks like a guest.
mkdir -p "$work/usr/bin"
cp "$(command -v sleep)" "$work/qemu-system-none"
cat >"$work/usr/bin/virt-launcher" <<END
#!/bin/bash
trap 'exit 7' TERM
echo "\$@" >$work/arguments
(setsid $work/qemu-system-none 1000 &)
[ "\$1" = --now ] && exit 3
touch $work/started
while true; do sleep 0.1; done
END
chmod +x "$work/usr/bin/virt-launcher"
monitored() {
  unshare --mount --pid --fork --kill-child --mount-proc bash -c '
    mount --make-rprivate / && mount -t overlay overlay -o "lowerdir=$1:/usr" /usr && shift && exec "$@"' \
    bash "$work/usr" "$monitor" "$@" 2>"$work/said"
}
check "the launcher's code is the monitor's" "$(code monitored --now --name x)" 3
check "the arguments are passed on" "$(cat "$work/arguments")" "--now --name x"
monitored --stay &
container=$!
wait_for test -e "$work/started" || true
kill "$(first $container)"
wait $container && result=0 || result=$?
check "signals are passed on" "$result" 7
check "a guest that is left is ended" "$(grep -c 'left a guest' "$work/said")" 1
exit $failed
