#!/bin/bash
# virt-launcher with a real libvirt and a real guest, without Kubernetes: run.sh VIRT-LAUNCHER GUEST-FOLDER
#
# Each case gets a container's view made by unshare(1): processes and mounts of its own, the host's /usr read-only with
# the launcher's files laid over it, everything else empty. Needs root. GUEST-FOLDER has disk.qcow2 (`make guest`).
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
launcher=$(realpath "$1")
guest=$(realpath "$2")
if [ "$(id -u)" != 0 ]; then
  echo "SKIP  launcher: containers need root, and this user is not"
  exit 0
fi
"$root/.ci/install-packages" python3 curl iproute2 libvirt-daemon libvirt-daemon-driver-qemu qemu-system-x86 qemu-utils
work=$(mktemp -d /tmp/launcher.XXXXXX)
trap 'rm -rf "$work"' EXIT

mkdir -p "$work/usr/bin"
cp -r "$root/deploy/images/virt-launcher/usr/." "$work/usr/"
cp "$launcher" "$work/usr/bin/virt-launcher"
python3 "$here/launcher.py" --container "$here/container.sh" --layer "$work/usr" --guest "$guest/disk.qcow2" \
  --work "$work" "${@:3}"
