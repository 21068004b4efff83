"""Drives virt-launcher as virt-handler does, over its command socket, with a small guest in it."""

import argparse
import http.client
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time

UID = "11111111-2222-3333-4444-555555555555"


class Unix(http.client.HTTPConnection):
    """HTTP/1.1 over a UNIX socket."""

    def __init__(self, path):
        super().__init__("localhost", timeout=120)
        self.path = path

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self.path)


# The container's first process takes in those whose parents have gone, as libvirt expects of QEMU's; what
# virt-launcher-monitor does in v1's pods.
INIT = """
"$@" & child=$!
trap 'kill -TERM $child' TERM
while true; do wait $child; code=$?; kill -0 $child 2>/dev/null || exit $code; done
"""


class Launcher:
    """A container with a launcher in it."""

    def __init__(self, options, name, profile="legacy", arguments=()):
        self.folder = os.path.join(options.work, name)
        self.profile = profile
        for part in ("share", "libvirt"):
            os.makedirs(os.path.join(self.folder, part))
        disk = f"{self.folder}/libvirt/kubevirt-ephemeral-disk/registry-disk-data/default/testvm/disk_root"
        os.makedirs(disk)
        shutil.copy(options.guest, disk + "/disk-image.qcow2")
        disks = f"{self.folder}/share/container-disks"
        os.makedirs(disks)
        shutil.copy(options.guest, disks + "/disk_0.img")
        command = [options.container, options.layer, self.folder]
        environment = dict(os.environ)
        if profile == "legacy":
            command += ["/usr/share/kubevirt/virt-launcher/entrypoint.sh", "--readiness-file", "/var/run/kubevirt/healthy"]
            command += ["--use-emulation"]
        else:
            # As v1's pods: an ordinary user, whose libvirt keeps everything below these folders.
            environment |= {
                "OWNER": "107:107", "XDG_CACHE_HOME": "/var/run/kubevirt-private",
                "XDG_CONFIG_HOME": "/var/run/kubevirt-private", "XDG_RUNTIME_DIR": "/var/run"}
            command += ["setpriv", "--reuid", "107", "--regid", "107", "--clear-groups", "--inh-caps=-all", "--"]
            command += ["/bin/bash", "-c", INIT, "init", "/usr/bin/virt-launcher", "--run-as-nonroot", "--allow-emulation", "--hypervisor", "kvm"]
            command += ["--ephemeral-disk-dir", "/var/run/libvirt/kubevirt-ephemeral-disk"]
        command += ["--name", "testvm", "--namespace", "default", "--uid", UID, "--qemu-timeout", "5m"]
        command += ["--kubevirt-share-dir", "/var/run/kubevirt", "--hook-sidecars", "0", *arguments]
        self.started = time.monotonic()
        self.log = open(self.folder + "/log", "wb")
        self.process = subprocess.Popen(
            command, stderr=self.log, stdout=self.log, stdin=subprocess.DEVNULL, env=environment)

    @property
    def socket(self):
        names = {"legacy": f"{UID}_sock", "current": "launcher-sock"}
        return f"{self.folder}/share/sockets/{names[self.profile]}"

    def call(self, method, path, body=None, expected=200):
        connection = Unix(self.socket)
        connection.request(method, path, None if body is None else json.dumps(body), {"content-type": "application/json"})
        answer = connection.getresponse()
        text = answer.read()
        check(answer.status == expected, f"{method} {path}: {answer.status} instead of {expected}: {text[:500]}")
        return json.loads(text)

    def domain(self):
        return self.call("GET", "/v1/domain")["domain"]

    def sync(self, instance, expected=200):
        return self.call("PUT", "/v1/sync", {"instance": instance, "configuration": None}, expected)

    def state(self):
        domain = self.domain()
        return (domain["status"], domain["reason"]) if domain else None

    def console(self):
        return Console(self.socket)

    def wait_for(self, what, seconds=60):
        end = time.monotonic() + seconds
        while True:
            try:
                result = what()
                if result:
                    return result
            except (OSError, http.client.HTTPException):
                pass
            check(self.process.poll() is None, f"the launcher ended with {self.process.poll()}")
            check(time.monotonic() < end, f"nothing within {seconds} s")
            time.sleep(0.05)

    def ready(self):
        self.wait_for(lambda: os.path.exists(self.socket) and self.call("GET", "/v1/ping"))
        return time.monotonic() - self.started

    def from_node(self, *command):
        """What the command says in the network on the other side of the pod's link."""
        first = children(self.process.pid)[0]
        return subprocess.run(
            ["nsenter", f"--net=/proc/{first}/root/run/node", *command], stdout=subprocess.PIPE).stdout

    def exit_code(self, seconds=60):
        return self.process.wait(seconds)

    def processes(self):
        """The container's processes: name, resident KiB, command line."""
        namespace = None
        for child in children(self.process.pid):
            namespace = os.readlink(f"/proc/{child}/ns/pid")
        found = []
        for pid in filter(str.isdigit, os.listdir("/proc")):
            try:
                if os.readlink(f"/proc/{pid}/ns/pid") != namespace:
                    continue
                line = open(f"/proc/{pid}/cmdline", "rb").read().replace(b"\0", b" ").decode().strip()
                status = open(f"/proc/{pid}/status").read()
                resident = int(status.split("VmRSS:")[1].split()[0]) if "VmRSS:" in status else 0
                found.append((int(pid), resident, line))
            except (OSError, IndexError):
                continue
        return found

    def end(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self.log.close()


class Console:
    """The serial console, by an upgraded connection."""

    def __init__(self, path, target="/v1/console"):
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.settimeout(5)
        self.socket.connect(path)
        self.socket.sendall(
            f"GET {target} HTTP/1.1\r\nhost: localhost\r\nconnection: Upgrade\r\nupgrade: kubevirt-bytes\r\n\r\n".encode())
        self.received = b""
        while b"\r\n\r\n" not in self.received:
            part = self.socket.recv(4096)
            check(part, "the console was closed before it was opened")
            self.received += part
        head, self.received = self.received.split(b"\r\n\r\n", 1)
        check(head.startswith(b"HTTP/1.1 101"), f"no upgrade: {head[:200]}")

    def read_until(self, text, seconds=90):
        end = time.monotonic() + seconds
        while text not in self.received:
            check(time.monotonic() < end, f"no {text!r} within {seconds} s; last: {self.received[-300:]!r}")
            try:
                part = self.socket.recv(65536)
            except TimeoutError:
                continue
            check(part, f"the console was closed; last: {self.received[-300:]!r}")
            self.received += part
        return self.received

    def send(self, text):
        self.socket.sendall(text)

    def log_in(self):
        """The guest listens to its power button a moment after it asks for a login; by the shell's prompt it does."""
        self.read_until(b"login:")
        self.send(b"guest\n")
        self.read_until(b"assword:")
        self.send(b"guest\n")
        time.sleep(1)
        self.send(b"echo ready-$((1 + 1))\n")
        self.read_until(b"ready-2")

    def is_closed(self, seconds=10):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            try:
                if not self.socket.recv(65536):
                    return True
            except TimeoutError:
                continue
            except OSError:
                return True
        return False


class Failure(Exception):
    pass


def check(condition, message):
    if not condition:
        raise Failure(message)


def children(pid):
    try:
        return open(f"/proc/{pid}/task/{pid}/children").read().split()
    except OSError:
        return []


def instance(grace=None, legacy=True, **changes):
    """A small instance without a network, as the controller makes it of the walkthrough's."""
    spec = {
        "domain": {
            "devices": {
                "autoattachPodInterface": False,
                "disks": [{"name": "root", "disk": {"bus": "virtio"}}],
            },
            "machine": {"type": "q35"},
            "features": {"acpi": {"enabled": True}},
            "resources": {"requests": {"memory": "64M"}},
        },
        "volumes": [{"name": "root", "containerDisk": {"image": "guest"}}],
    }
    if grace is not None:
        spec["terminationGracePeriodSeconds"] = grace
    spec.update(changes)
    metadata = {"name": "testvm", "namespace": "default", "uid": UID}
    if legacy:
        metadata["annotations"] = {"presets.virtualmachines.kubevirt.io/presets-applied": "kubevirt.io/v1alpha2"}
    return {"apiVersion": "kubevirt.io/v1", "kind": "VirtualMachineInstance", "metadata": metadata, "spec": spec}


# The cases


def life(launcher):
    """From the start over the login prompt to the power button, with the figures."""
    ready = launcher.ready()
    check(os.path.exists(launcher.folder + "/share/healthy"), "no readiness file")
    check(os.path.exists(launcher.folder + "/share/watchdog-files/default_testvm"), "no watchdog file")
    check(launcher.domain() is None, "a domain before any sync")
    launcher.call("PUT", "/v1/pause", expected=404)
    before = time.monotonic()
    answer = launcher.sync(instance(grace=30))
    check(answer["domain"]["status"] == "Running", f"not running: {answer}")
    running = time.monotonic() - before
    console = launcher.console()
    console.read_until(b"login:")
    login = time.monotonic() - before
    domain = launcher.domain()
    check(domain["emulated"] and domain["acpi"] and domain["uid"] == UID, f"unexpected: {domain}")
    check(domain["disks"] == [{"name": "root", "target": "vda"}], f"disks: {domain['disks']}")
    check(domain["gracePeriod"] == {"seconds": 30}, f"grace period: {domain['gracePeriod']}")
    tree = launcher.processes()
    for name in ("entrypoint.sh", "virt-launcher --", "libvirtd.sh", "/usr/sbin/libvirtd", "virtlogd", "qemu-system"):
        check(any(name in line for _, _, line in tree), f"no {name} among {tree}")
    figures = {
        line.split()[0].rsplit("/", 1)[-1] + ("" if "sh" not in line.split()[0] else " " + line.split()[1].rsplit("/", 1)[-1]):
        f"{resident} KiB" for _, resident, line in tree}
    print(f"      socket after {ready:.2f} s, sync {running:.2f} s, login prompt {login:.1f} s after it; {figures}")

    check(launcher.sync(instance(grace=30))["domain"]["status"] == "Running", "a second sync changed the state")
    check(launcher.call("PUT", "/v1/pause")["domain"]["status"] == "Paused", "not paused")
    check(launcher.sync(instance(grace=30))["domain"]["status"] == "Paused", "a sync undid a user's pause")
    check(launcher.call("PUT", "/v1/unpause")["domain"]["status"] == "Running", "not running again")

    second = launcher.console()
    check(console.is_closed(), "the older console stayed open")
    second.send(b"\n")
    second.read_until(b"login:")

    launcher.call("PUT", "/v1/delete", expected=409)
    before = time.monotonic()
    answer = launcher.call("PUT", "/v1/shutdown")
    check("started" in (answer["domain"]["gracePeriod"] or {}), f"the grace period has not begun: {answer}")
    launcher.wait_for(lambda: launcher.state() == ("Shutoff", "Shutdown"), 30)
    print(f"      powered off {time.monotonic() - before:.1f} s after the button")
    check(launcher.sync(instance(grace=30))["domain"]["status"] == "Shutoff", "a late sync started the guest over")
    launcher.call("PUT", "/v1/delete")
    check(launcher.exit_code(20) == 0, f"exit code {launcher.process.returncode}")


def networked(launcher):
    """A guest on the pod's network, by DHCP, with the host name that cloud-init gave it; and an empty disk beside."""
    launcher.ready()
    described = instance()
    spec = described["spec"]
    del spec["domain"]["devices"]["autoattachPodInterface"]
    spec["domain"]["devices"]["interfaces"] = [{"name": "default", "bridge": {}}]
    spec["networks"] = [{"name": "default", "pod": {}}]
    spec["domain"]["devices"]["disks"] += [
        {"name": "seed", "disk": {"bus": "virtio"}}, {"name": "empty", "disk": {"bus": "virtio"}}]
    spec["volumes"] += [
        {"name": "seed", "cloudInitNoCloud": {"userDataBase64": "SGkuXG4="}},
        {"name": "empty", "emptyDisk": {"capacity": "16Mi"}}]
    domain = launcher.sync(described)["domain"]
    check(domain["interfaces"][0]["name"] == "default", f"interfaces: {domain['interfaces']}")
    launcher.console().read_until(b"testvm login:")
    before = time.monotonic()
    answer = launcher.wait_for(lambda: launcher.from_node("curl", "-s", "--max-time", "2", "http://10.99.0.2/"), 30)
    check(b"testvm" in answer, f"the guest answers {answer!r}")
    launcher.call("PUT", "/v1/kill")
    launcher.call("PUT", "/v1/delete")
    check(launcher.exit_code(20) == 0, f"exit code {launcher.process.returncode}")


def user_network(launcher):
    """A guest behind v0.8.0's user networking, reached at a port of its pod."""
    launcher.ready()
    described = instance()
    spec = described["spec"]
    del spec["domain"]["devices"]["autoattachPodInterface"]
    spec["domain"]["devices"]["interfaces"] = [{"name": "default", "slirp": {}, "ports": [{"port": 80}]}]
    spec["networks"] = [{"name": "default", "pod": {}}]
    launcher.sync(described)
    launcher.console().read_until(b"login:")
    answer = launcher.wait_for(lambda: launcher.from_node("curl", "-s", "--max-time", "2", "http://10.99.0.2/"), 30)
    check(b"guest" in answer, f"the guest answers {answer!r}")
    launcher.call("PUT", "/v1/kill")
    launcher.call("PUT", "/v1/delete")
    check(launcher.exit_code(20) == 0, f"exit code {launcher.process.returncode}")


def killed(launcher):
    """A killed guest is gone and said to be destroyed; nobody deletes it, and the launcher ends all the same."""
    launcher.ready()
    launcher.sync(instance())
    answer = launcher.call("PUT", "/v1/kill")
    check((answer["domain"]["status"], answer["domain"]["reason"]) == ("Shutoff", "Destroyed"), f"state: {answer}")
    check(not any("qemu-system" in line for _, _, line in launcher.processes()), "QEMU is still there")
    check(launcher.exit_code(60) == 0, f"exit code {launcher.process.returncode}")


def stopped(launcher):
    """SIGTERM to the container: the trigger file for virt-handler, and the end of the guest after the grace period."""
    launcher.ready()
    launcher.sync(instance())
    before = time.monotonic()
    first = children(launcher.process.pid)[0]
    os.kill(int(first), signal.SIGTERM)
    launcher.wait_for(lambda: os.path.exists(launcher.folder + "/share/graceful-shutdown-trigger/default_testvm"), 5)
    check(launcher.state()[0] == "Running", "the guest did not get its time")
    launcher.wait_for(lambda: launcher.state() == ("Shutoff", "Destroyed"), 20)
    launcher.call("PUT", "/v1/delete")
    check(launcher.exit_code(60) == 0, f"exit code {launcher.process.returncode}")
    print(f"      over {time.monotonic() - before:.1f} s after SIGTERM")


def restarted(launcher):
    """libvirtd dies; the guest goes on, and the launcher serves it again."""
    launcher.ready()
    launcher.sync(instance())
    tree = launcher.processes()
    guests = [pid for pid, _, line in tree if "qemu-system" in line]
    os.kill([pid for pid, _, line in tree if line.startswith("/usr/sbin/libvirtd")][0], signal.SIGKILL)
    time.sleep(0.2)
    launcher.wait_for(lambda: paused(launcher), 30)
    after = [pid for pid, _, line in launcher.processes() if "qemu-system" in line]
    check(guests == after, f"another guest: {guests} and {after}")
    launcher.call("PUT", "/v1/kill")
    launcher.call("PUT", "/v1/delete")
    check(launcher.exit_code(20) == 0, f"exit code {launcher.process.returncode}")


def paused(launcher):
    try:
        return launcher.call("PUT", "/v1/pause")["domain"]["status"] == "Paused"
    except Failure:
        return False


def unprivileged(launcher):
    """An ordinary user's libvirt; and SIGTERM, which asks the guest to end where virt-handler is not needed for it."""
    launcher.ready()
    launcher.sync(instance(grace=30))
    launcher.console().log_in()
    qemu = [pid for pid, _, line in launcher.processes() if "qemu-system" in line][0]
    check(os.stat(f"/proc/{qemu}").st_uid == 107, "QEMU is another user's")
    os.kill(int(children(launcher.process.pid)[0]), signal.SIGTERM)
    launcher.wait_for(lambda: launcher.state() == ("Shutoff", "Shutdown"), 20)
    launcher.call("PUT", "/v1/delete")
    check(launcher.exit_code(20) == 0, f"exit code {launcher.process.returncode}")


def current(launcher):
    """A guest of v1 on a container's disk, paused and ended by its users."""
    launcher.ready()
    described = instance(legacy=False, grace=30)
    described["spec"]["domain"]["devices"]["rng"] = {}
    described["spec"]["domain"]["memory"] = {"guest": "64Mi"}
    described["spec"]["volumes"].append({"name": "seed", "cloudInitNoCloud": {"userData": "Hi"}})
    described["spec"]["domain"]["devices"]["disks"].append({"name": "seed", "disk": {"bus": "virtio"}})
    domain = launcher.sync(described)["domain"]
    check(domain["status"] == "Running", f"not running: {domain}")
    launcher.console().read_until(b"testvm login:")
    tree = launcher.processes()
    print(f"      {[(line.split()[0], resident) for _, resident, line in tree]}")
    launcher.call("GET", "/v1/guest/info", expected=409)
    launcher.call("PUT", "/v1/pause")
    launcher.call("PUT", "/v1/unpause")
    launcher.call("PUT", "/v1/reset")
    launcher.console().log_in()
    launcher.call("PUT", "/v1/shutdown")
    launcher.wait_for(lambda: launcher.state() == ("Shutoff", "Shutdown"), 20)
    launcher.call("PUT", "/v1/delete")
    check(launcher.exit_code(20) == 0, f"exit code {launcher.process.returncode}")


def late(launcher):
    """No domain in time: an error."""
    check(launcher.exit_code(60) == 1, f"exit code {launcher.process.returncode}")


def watched(launcher):
    """The stream of events says each state in turn."""
    launcher.ready()
    connection = Unix(launcher.socket)
    connection.request("GET", "/v1/events")
    lines = connection.getresponse()
    check(json.loads(lines.readline()) == {"domain": None}, "no present state first")
    launcher.sync(instance())
    seen = []

    def until(state):
        while state not in seen:
            line = lines.readline().strip()
            if line:
                domain = json.loads(line)["domain"]
                seen.append((domain["status"], domain["reason"]) if domain else None)

    until(("Running", "Unknown"))
    launcher.call("PUT", "/v1/kill")
    until(("Shutoff", "Destroyed"))
    launcher.call("PUT", "/v1/delete")
    until(None)
    check(launcher.exit_code(20) == 0, f"exit code {launcher.process.returncode}")


CASES = [
    (life, {}),
    (networked, {}),
    (user_network, {}),
    (watched, {}),
    (killed, {}),
    (stopped, {"arguments": ["--grace-period-seconds", "3"]}),
    (restarted, {}),
    (unprivileged, {"profile": "current"}),
    (current, {"profile": "current"}),
    (late, {"arguments": ["--qemu-timeout", "2s"]}),
]


def main():
    parser = argparse.ArgumentParser()
    for name in ("container", "layer", "guest", "work"):
        parser.add_argument("--" + name, required=True)
    parser.add_argument("only", nargs="*")
    options = parser.parse_args()
    failed = 0
    cases = [(case, how) for case, how in CASES if not options.only or case.__name__ in options.only]
    for case, how in cases:
        launcher = Launcher(options, case.__name__, **how)
        try:
            case(launcher)
            print(f"ok    {case.__name__}")
        except (Failure, OSError, subprocess.TimeoutExpired, http.client.HTTPException) as error:
            failed += 1
            print(f"FAIL  {case.__name__}: {error}")
            print(open(launcher.folder + "/log", errors="replace").read()[-6000:])
        finally:
            launcher.end()
        sys.stdout.flush()
    print(f"{len(cases) - failed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


main()
