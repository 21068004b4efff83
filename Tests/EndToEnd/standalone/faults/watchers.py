#!/usr/bin/env python3
"""A thousand watchers of one instance: each gets exactly its events, in order, and all end well with it.

    watchers.py SWIFT-VIRT [--watchers N]
"""
import argparse
import asyncio
import json
import resource
import sys
import threading
import time

from instance import Failure, Instance, Lost, check, config_map, machine

NAMESPACE = "crowd"
MAPS = f"/api/v1/namespaces/{NAMESPACE}/configmaps"
MACHINES = f"/apis/kubevirt.io/v1/namespaces/{NAMESPACE}/virtualmachines"
TABLE = "application/json;as=Table;v=v1;g=meta.k8s.io"
OBJECTS = 30  # of each kind; every second one is blue
GRACE = 10  # seconds that requests under way have at the end


class Kind:
    """One sort of watcher: what it asks for, and which names it is to see."""

    def __init__(self, name, path, accept="application/json", selects=lambda index: True, version=None):
        self.name, self.path, self.accept, self.selects, self.version = name, path, accept, selects, version

    def expected(self):
        for kind in ("ADDED", "MODIFIED", "DELETED"):
            for index in range(OBJECTS):
                if self.selects(index):
                    yield kind, f"w{index}"


def kinds():
    blue = lambda index: index % 2 == 0
    yield Kind("all", MAPS)
    yield Kind("label", f"{MAPS}?labelSelector=color%3Dblue", selects=blue)
    yield Kind("name", f"{MAPS}?fieldSelector=metadata.name%3Dw7", selects=lambda index: index == 7)
    yield Kind("machines", MACHINES, version="kubevirt.io/v1")
    yield Kind("v1alpha2", MACHINES.replace("/v1/", "/v1alpha2/"), version="kubevirt.io/v1alpha2")
    yield Kind("table", MACHINES, accept=TABLE)


class Watcher:
    def __init__(self, kind):
        self.kind, self.events, self.end, self.last = kind, [], None, 0
        self.count = len(list(kind.expected()))
        self.started, self.complete = asyncio.Event(), asyncio.Event()

    async def run(self, port, tls, version, gate):
        async with gate:
            reader, writer = await asyncio.open_connection("127.0.0.1", port, ssl=tls, limit=1 << 20)
            separator = "&" if "?" in self.kind.path else "?"
            writer.write((f"GET {self.kind.path}{separator}watch=1&resourceVersion={version} HTTP/1.1\r\n"
                          f"Host: localhost\r\nAccept: {self.kind.accept}\r\n\r\n").encode())
            head = await reader.readuntil(b"\r\n\r\n")
            check(head.startswith(b"HTTP/1.1 200"), f"{self.kind.name}: {head[:300]}")
        self.started.set()
        rest = b""
        try:
            while size := int(await reader.readline() or b"-1", 16):
                if size < 0:
                    break
                rest += (await reader.readexactly(size + 2))[:-2]
                *lines, rest = rest.split(b"\n")
                for line in lines:
                    self.take(json.loads(line))
            else:
                self.end = "complete"
        except (OSError, asyncio.IncompleteReadError) as error:
            self.end = repr(error)
        writer.close()

    def take(self, event):
        thing = event["object"]
        if thing["kind"] == "Table":
            check(bool(thing.get("columnDefinitions")) == (not self.events), "columns come once")
            thing = thing["rows"][0]["object"]
        elif self.kind.version:
            check(thing["apiVersion"] == self.kind.version, f"{thing['apiVersion']} in {self.kind.name}")
        metadata = thing["metadata"]
        version = int(metadata["resourceVersion"])
        check(version > self.last, f"{self.kind.name}: version {version} after {self.last}")
        self.last = version
        self.events.append((event["type"], metadata["name"]))
        if len(self.events) >= self.count:
            self.complete.set()


def write_all(client):
    def each(action):
        for index in range(OBJECTS):
            labels = {"color": "blue" if index % 2 == 0 else "red"}
            action(MAPS, f"w{index}", config_map(f"w{index}", {}, labels))
            action(MACHINES, f"w{index}", machine(f"w{index}", {}, labels))

    each(lambda path, name, body: client.expect(201, "POST", path, body))
    change = {"metadata": {"annotations": {"changed": "yes"}}}
    each(lambda path, name, body: client.expect(200, "PATCH", f"{path}/{name}", change, "application/merge-patch+json"))
    each(lambda path, name, body: client.expect(200, "DELETE", f"{path}/{name}"))


def write_until_end(client, acknowledged, failures):
    """Creates until the connection ends; every answer is a whole one."""
    for number in range(100000):
        name = f"late-{threading.get_ident()}-{number}"
        try:
            status, answer = client.send("POST", MAPS, config_map(name, {}))
        except Lost:
            return
        if status == 201:
            acknowledged.append(name)
        elif status != 503:
            failures.append(f"{status} {answer}")
            return


async def run(instance, count):
    client = instance.client()
    client.expect(201, "POST", "/api/v1/namespaces", {"metadata": {"name": NAMESPACE}})
    # Whatever is made in a new namespace comes first.
    while len(client.expect(200, "GET", MAPS)["items"]) < 1:
        await asyncio.sleep(0.02)
    version = client.expect(200, "GET", MAPS)["metadata"]["resourceVersion"]
    empty = instance.resident()[0]
    all_kinds = list(kinds())
    watchers = [Watcher(all_kinds[index % len(all_kinds)]) for index in range(count)]
    gate, tls = asyncio.Semaphore(32), instance.tls()
    begin = time.monotonic()
    tasks = [asyncio.create_task(watcher.run(instance.port, tls, version, gate)) for watcher in watchers]

    async def all_of(events, seconds, what):
        wait = asyncio.gather(*events)
        done, _ = await asyncio.wait({wait, *tasks}, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        for task in done - {wait}:
            task.result()
        check(wait in done, f"not after {seconds} s: {what}")

    await all_of([watcher.started.wait() for watcher in watchers], 60, "all watches are open")
    opened = time.monotonic() - begin
    held = instance.resident()[0]
    begin = time.monotonic()
    await asyncio.to_thread(write_all, client)
    await all_of([watcher.complete.wait() for watcher in watchers], 60, "every watcher has its events")
    delivered = time.monotonic() - begin
    await asyncio.sleep(1)
    for watcher in watchers:
        expected = list(watcher.kind.expected())
        check(watcher.events == expected, f"{watcher.kind.name}: {watcher.events} instead of {expected}")
    resident, peak = instance.resident()
    check(peak - empty < 0.4 * count + 100, f"{peak:.0f} MiB with {count} watchers, {empty:.0f} MiB without")
    before = instance.processor_seconds()
    await asyncio.sleep(2)
    idle = (instance.processor_seconds() - before) / 2
    check(idle < 0.2, f"{idle:.0%} of a processor with nothing to do")

    # The end, under load.
    acknowledged, failures = [], []
    threads = [threading.Thread(target=write_until_end, args=(instance.client(), acknowledged, failures))
               for _ in range(4)]
    for thread in threads:
        thread.start()
    while len(acknowledged) < 40:
        await asyncio.sleep(0.01)
    begin = time.monotonic()
    await asyncio.to_thread(instance.down)
    ended = time.monotonic() - begin
    check(ended < GRACE + 10, f"the end took {ended:.1f} s")
    for thread in threads:
        await asyncio.to_thread(thread.join, 20)
        check(not thread.is_alive(), "a writer hangs")
    check(not failures, f"at the end: {failures[:2]}")
    await asyncio.wait(tasks, timeout=20)
    broken = [watcher for watcher in watchers if watcher.end != "complete"]
    check(not broken, f"{len(broken)} watches did not end in good order, as {broken[:1] and broken[0].end}")
    instance.start()
    client = instance.client()
    there = {item["metadata"]["name"] for item in client.expect(200, "GET", MAPS)["items"]}
    lost = [name for name in acknowledged if name not in there]
    check(not lost, f"acknowledged before the end, and gone: {lost[:3]}")
    instance.down()
    print(f"watchers: {count} opened in {opened:.1f} s, {sum(watcher.count for watcher in watchers)} events in "
          f"{delivered:.1f} s; {empty:.0f} MiB before, {held:.0f} MiB with all, {resident:.0f} MiB after "
          f"(at most {peak:.0f} MiB); idle {idle:.1%}; down in {ended:.1f} s under load, "
          f"{len(acknowledged)} late writes kept")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("executable")
    parser.add_argument("--watchers", type=int, default=1000)
    options = parser.parse_args()
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard if hard != resource.RLIM_INFINITY else 65536, hard))
    try:
        with Instance(options.executable, arguments=["--v", "0"]) as instance:
            instance.start()
            asyncio.run(run(instance, options.watchers))
    except Failure as failure:
        print(f"watchers: {failure}")
        sys.exit(1)


if __name__ == "__main__":
    main()
