#!/bin/bash
# Runs libvirtd in the foreground, set up for a container that holds one guest.

if [ "$(id -u)" = 0 ]; then
  settings=/etc/libvirt
else
  settings="${XDG_CONFIG_HOME:-$HOME/.config}/libvirt"
fi
mkdir -p "$settings" /var/log/kubevirt 2>/dev/null

# Debian's libvirtd does not start without the user that it was built for, even where it is told another one.
if [ "$(id -u)" = 0 ]; then
  getent passwd libvirt-qemu >/dev/null || echo 'libvirt-qemu:x:107:107::/:/usr/sbin/nologin' >>/etc/passwd
  getent group libvirt-qemu >/dev/null || echo 'libvirt-qemu:x:107:' >>/etc/group
fi

{
  # The pod's own groups and namespaces are what limits the guest.
  echo 'cgroup_controllers = [ ]'
  echo 'namespaces = [ ]'
  echo 'security_driver = "none"'
  # Owners of files cannot be remembered on every file system of a pod.
  echo 'remember_owner = 0'
  if [ "$(id -u)" = 0 ]; then
    user=root
    getent passwd qemu >/dev/null && user=qemu
    printf 'user = "%s"\ngroup = "%s"\n' "$user" "$user"
  fi
  if [ -d /dev/hugepages ]; then
    echo 'hugetlbfs_mount = "/dev/hugepages"'
  else
    echo 'hugetlbfs_mount = [ ]'
  fi
} >"$settings/qemu.conf"

{
  echo 'log_outputs = "3:stderr"'
  echo 'listen_tls = 0'
  # Whoever is in this container may end its guest anyhow.
  echo 'auth_unix_ro = "none"'
  echo 'auth_unix_rw = "none"'
} >"$settings/libvirtd.conf"

/usr/sbin/libvirtd -f "$settings/libvirtd.conf" &
libvirtd=$!
trap 'kill -TERM "$libvirtd" 2>/dev/null' TERM INT QUIT HUP
while true; do
  wait "$libvirtd"
  code=$?
  kill -0 "$libvirtd" 2>/dev/null || break
done
exit "$code"
