#!/usr/bin/env python3
"""A full disk and one that takes no writes: what can go on does, and nothing acknowledged is lost.

    disk.py SWIFT-VIRT

Mounts small file systems, which takes root; says so and passes where that is not possible.
"""
import os
import subprocess
import sys
import threading

from instance import Failure, Instance, check, config_map, eventually
from starts import failed_start

MAPS = "/api/v1/namespaces/default/configmaps"
SIZE = 40  # MiB


def mount(*arguments):
    subprocess.run(["mount", *arguments], check=True, capture_output=True)


def fill(folder):
    """Takes all that is left. Returns the file that holds it."""
    path = folder + "/ballast"
    with open(path, "wb", buffering=0) as file:
        for size in (1 << 16, 4096, 1):
            try:
                while file.write(b"x" * size) == size:
                    pass
            except OSError:
                continue
    return path


def full(instance, folder):
    instance.start()
    client, kept = instance.client(), []

    def create(name, size=2000):
        status, answer = client.send("POST", MAPS, config_map(name, {"a": "b" * size}))
        if status == 201:
            kept.append(name)
        return status, answer

    for number in range(200):
        check(create(f"before-{number}")[0] == 201, "a write with space")
    seen = []
    version = client.expect(200, "GET", MAPS)["metadata"]["resourceVersion"]

    def watch():
        for event in instance.client().watch(f"{MAPS}?watch=1&resourceVersion={version}"):
            seen.append((event["type"], event["object"]["metadata"]["name"]))

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    ballast = fill(folder)
    refused = None
    for number in range(5000):
        status, answer = create(f"during-{number}", 50000)
        if status != 201:
            refused = status, answer
            break
    check(refused, "a full disk refuses nothing")
    status, answer = refused
    check(status == 507 and answer["kind"] == "Status" and "space" in answer["message"], f"refused with {refused}")
    for _ in range(20):
        check(create("again", 50000)[0] == 507, "a write without space")
    # All that is not a write goes on.
    client.expect(200, "GET", f"{MAPS}/before-0")
    names = {item["metadata"]["name"] for item in client.expect(200, "GET", MAPS)["items"]}
    check(set(kept) <= names, "an object is gone")
    code, status = instance.status()
    check(code in (0, 4) and status["instance"]["store"]["objects"] > 200, f"status: {code} {status}")
    # So do removals.
    removed = kept[:50]
    for name in removed:
        client.expect(200, "DELETE", f"{MAPS}/{name}")
        kept.remove(name)
    # What the kill would find still on its way is no loss of the server's.
    eventually("the watch said all removals", lambda: sum(kind == "DELETED" for kind, _ in seen) == len(removed))
    # A kill, and a start on the full disk.
    instance.kill()
    client.close()
    instance.start()
    names = {item["metadata"]["name"] for item in client.expect(200, "GET", MAPS)["items"]}
    check(set(kept) <= names and not set(removed) & names, "the objects after a kill on a full disk")
    os.unlink(ballast)
    eventually("writes work again", lambda: create("after", 50000)[0] == 201)
    names = {item["metadata"]["name"] for item in client.expect(200, "GET", MAPS)["items"]}
    check(set(kept) <= names and not set(removed) & names, "the objects after there was space again")
    watcher.join(10)
    expected = [("ADDED", name) for name in kept if name.startswith("during")] + [("DELETED", name) for name in removed]
    check(sorted(seen) == sorted(expected), f"the watch said {len(seen)} events of {len(expected)}: {seen[-3:]}")
    instance.down()
    return len(kept)


def new_on_full(instance, folder):
    ballast = fill(folder)
    failed_start(instance, folder, "no space")
    os.unlink(ballast)
    instance.start()
    instance.down()


def read_only(instance, folder):
    instance.start()
    instance.client().expect(201, "POST", MAPS, config_map("kept", {}))
    instance.down()
    mount("-o", "remount,ro", folder)
    failed_start(instance, folder, "Read-only")
    result = instance.command("status")
    check(result.returncode == 3, f"status: {result.stdout}{result.stderr}")
    mount("-o", "remount,rw", folder)
    instance.start()
    instance.client().expect(200, "GET", f"{MAPS}/kept")
    instance.down()


def main():
    executable, passed, failures = sys.argv[1], 0, 0
    for case in (full, new_on_full, read_only):
        with Instance(executable, arguments=["--v", "0"]) as instance:
            folder = instance.folder + "/disk"
            os.mkdir(folder)
            try:
                mount("-t", "tmpfs", "-o", f"size={SIZE}m,mode=700", "faults", folder)
            except (OSError, subprocess.CalledProcessError) as error:
                print(f"disk: left out, a file system can't be mounted here: {getattr(error, 'stderr', error)}")
                return
            instance.data = folder + "/data"
            try:
                case(instance, folder)
                passed += 1
            except (Failure, OSError) as failure:
                failures += 1
                print(f"disk: {case.__name__}: {failure}\n{instance.log_tail()}")
            finally:
                if instance.process and instance.process.poll() is None:
                    instance.kill()
                subprocess.run(["umount", "-l", folder], check=False)
    print(f"disk: {passed} of {passed + failures} cases passed")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
