#!/bin/bash
# Runs a command as the first process of something like a launcher's container: container.sh LAYER FOLDER COMMAND…
#
# LAYER is laid over /usr; FOLDER/share becomes /var/run/kubevirt and FOLDER/libvirt /var/run/libvirt.
set -euo pipefail
if [ "${1:-}" != --inside ]; then
  exec unshare --mount --net --pid --fork --kill-child --mount-proc "$0" --inside "$@"
fi
layer=$2
folder=$3
shift 3
ip link set lo up
mount --make-rprivate /
mkdir -p "$folder/etc" "$folder/var"
for name in ld.so.cache nsswitch.conf protocols services localtime ssl alternatives; do
  [ -e "/etc/$name" ] && cp -rL "/etc/$name" "$folder/etc/" 2>/dev/null
done
mkdir -p "$folder/etc/libvirt"
cat >"$folder/etc/passwd" <<END
root:x:0:0:root:/root:/bin/bash
qemu:x:107:107:qemu:/:/usr/sbin/nologin
END
cat >"$folder/etc/group" <<END
root:x:0:
qemu:x:107:
kvm:x:108:qemu
END
mount -t overlay overlay -o "lowerdir=$layer:/usr" /usr
mount -t tmpfs tmpfs /run
mkdir -p /run/kubevirt /run/libvirt
mount --bind "$folder/share" /run/kubevirt
mount --bind "$folder/libvirt" /run/libvirt
mount --bind "$folder/etc" /etc
mount -t tmpfs tmpfs /var
ln -s /run /var/run
mkdir -p /var/lib /var/log /var/cache
mount -t tmpfs tmpfs /tmp
cd /
exec "$@"
