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
mkdir -p /run/kubevirt-private /run/kubevirt-ephemeral-disks
chown -R "${OWNER:-0:0}" /run/kubevirt /run/libvirt /run/kubevirt-private /run/kubevirt-ephemeral-disks
mount --bind "$folder/etc" /etc
mount -t tmpfs tmpfs /var
ln -s /run /var/run
mkdir -p /var/lib /var/log /var/cache
mount -t tmpfs tmpfs /tmp
# The pod's link leads to a node's network, which is kept under /run/node.
touch /run/node
mount --bind /proc/self/ns/net /run/node
ip netns add pod
ip link add node0 type veth peer name eth0 netns pod
ip address add 10.99.0.1/24 dev node0
ip link set node0 up
ip -n pod link set lo up
ip -n pod address add 10.99.0.2/24 dev eth0
ip -n pod link set eth0 up
ip -n pod route add default via 10.99.0.1
cd /
exec ip netns exec pod "$@"
