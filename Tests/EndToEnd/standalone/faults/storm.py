#!/usr/bin/env python3
"""A storm of writes under which the process is killed again and again: what was acknowledged must be there.

    storm.py SWIFT-VIRT [--kills N] [--seed N] [--writers N]

Writers create, update, patch and delete ConfigMaps and VirtualMachines; watchers follow all of it and resume from the
last version they saw. After every kill -9 the whole state is compared with what the writers know, and in the end every
watcher's events with the true history.
"""
import argparse
import hashlib
import json
import random
import sqlite3
import statistics
import sys
import threading
import time

from instance import Failure, Instance, Lost, check, config_map, eventually, machine

NAMESPACE = "storm"
MAPS = f"/api/v1/namespaces/{NAMESPACE}/configmaps"
MACHINES = f"/apis/kubevirt.io/v1/namespaces/{NAMESPACE}/virtualmachines"
SLOWEST_START = 10  # seconds; far from what it takes, near to what nobody would wait for


def version_of(thing):
    return int(thing["metadata"]["resourceVersion"])


class Thing:
    """What one writer knows of one name."""

    def __init__(self, collection, name):
        self.collection, self.name = collection, name
        self.current = None  # the object as it was last acknowledged or found
        self.history = []  # (type of event, version or None where no answer told it, content or None)
        self.pending = None  # (type, content) of a write without an answer

    @property
    def path(self):
        return f"{self.collection}/{self.name}"

    def content(self, thing):
        metadata = thing["metadata"]
        if self.collection == MAPS:
            return {"labels": metadata.get("labels", {}), "data": thing.get("data", {})}
        return {"labels": metadata.get("labels", {}), "annotations": metadata.get("annotations", {}),
                "strategy": thing["spec"].get("runStrategy")}

    def settle(self, found):
        """Takes what is there after a start, where that can be; says what is wrong otherwise."""
        pending, self.pending = self.pending, None
        if found == self.current:
            return
        check(pending is not None, f"{self.path} is not what was acknowledged\nacknowledged: {json.dumps(self.current)}\n"
                                   f"found: {json.dumps(found)}")
        kind, content = pending
        if kind == "DELETED":
            check(found is None, f"{self.path} was changed by a deletion: {json.dumps(found)}")
            self.history.append((kind, None, None))
        else:
            check(found is not None, f"{self.path} is gone; only {kind} was under way")
            check(self.content(found) == content, f"{self.path} is neither what it was nor what it was to be\n"
                                                  f"to be: {json.dumps(content)}\nfound: {json.dumps(found)}")
            if self.current is not None:
                check(version_of(found) > version_of(self.current), f"{self.path}: an older version")
            self.history.append((kind, version_of(found), content))
        self.current = found


class Writer(threading.Thread):
    """Writes until the connection breaks, then waits to be let on."""

    def __init__(self, storm, number):
        super().__init__(daemon=True)
        self.storm, self.number = storm, number
        self.choice = random.Random(f"{storm.seed}-{number}")
        self.things = [Thing(MAPS, f"s{number}-{index}") for index in range(12)]
        self.things += [Thing(MACHINES, f"s{number}-{index}") for index in range(8)]
        self.count = self.acknowledged = 0
        self.counted = self.uncertain = 0
        self.go, self.parked = threading.Event(), threading.Event()

    def run(self):
        client = self.storm.instance.client()
        while True:
            self.go.wait()
            self.go.clear()
            if self.storm.ended:
                return
            try:
                while not self.storm.stopping:
                    self.step(client)
            except Lost:
                pass
            except Exception as error:
                self.storm.fail(f"writer {self.number}: {error}")
            client.close()
            self.parked.set()

    def step(self, client):
        if self.choice.random() < 0.06:
            self.increment(client)
        else:
            self.write(client, self.choice.choice(self.things))

    def write(self, client, thing):
        self.count += 1
        choice = self.choice
        stamp = f"{self.number}-{self.count}"
        pad = stamp * choice.choice([1, 1, 1, 50, 1000])
        labels = {"parity": choice.choice(["even", "odd"])}
        values = {"n": stamp, "pad": pad, "sum": hashlib.sha256(pad.encode()).hexdigest()}
        is_map = thing.collection == MAPS
        strategy = choice.choice(["Halted", "Manual"])
        content = {"labels": labels, "data": values} if is_map else {
            "labels": labels, "annotations": values, "strategy": strategy}
        kind = "application/json"
        if thing.current is None:
            method, path, expected, event = "POST", thing.collection, 201, "ADDED"
            body = config_map(thing.name, values, labels) if is_map else machine(thing.name, values, labels)
            if not is_map:
                body["spec"]["runStrategy"] = strategy
        else:
            method, path, expected, event = "PUT", thing.path, 200, "MODIFIED"
            action = choice.choice(["update", "update", "merge", "json", "delete"])
            if action == "update":
                body = json.loads(json.dumps(thing.current))
                body["metadata"]["labels"] = labels
                if is_map:
                    body["data"] = values
                else:
                    body["metadata"]["annotations"], body["spec"]["runStrategy"] = values, strategy
            elif action == "delete":
                method, event, content = "DELETE", "DELETED", None
                body = {"apiVersion": "v1", "kind": "DeleteOptions", "preconditions": {
                    "uid": thing.current["metadata"]["uid"]}}
            elif action == "merge":
                method, kind = "PATCH", "application/merge-patch+json"
                if is_map:
                    kind = choice.choice([kind, "application/strategic-merge-patch+json"])
                    body = {"metadata": {"labels": labels}, "data": values}
                else:
                    body = {"metadata": {"labels": labels, "annotations": values}, "spec": {"runStrategy": strategy}}
            else:
                method, kind = "PATCH", "application/json-patch+json"
                body = [{"op": "replace", "path": "/metadata/labels", "value": labels}]
                if is_map:
                    body.append({"op": "replace", "path": "/data", "value": values})
                else:
                    body += [{"op": "replace", "path": "/metadata/annotations", "value": values},
                             {"op": "replace", "path": "/spec/runStrategy", "value": strategy}]
        thing.pending = (event, content)
        status, answer = client.send(method, path, body, kind)
        check(status == expected, f"{method} {path}: {status} {json.dumps(answer)[:500]}")
        thing.pending = None
        self.acknowledged += 1
        if event == "DELETED":
            thing.current = None
            thing.history.append((event, None, None))
            return
        check(thing.content(answer) == content, f"{method} {path} answered {json.dumps(answer)[:1000]}")
        version = version_of(answer)
        check(thing.current is None or version > version_of(thing.current), f"{path}: version {version} is not larger")
        self.storm.note(version)
        thing.current = answer
        thing.history.append((event, version, content))

    def increment(self, client):
        """One object that all writers change, each on the version that it read."""
        path = f"{MAPS}/counter"
        thing = client.expect(200, "GET", path)
        thing["data"]["count"] = str(int(thing["data"]["count"]) + 1)
        self.uncertain += 1
        status, answer = client.send("PUT", path, thing)
        self.uncertain -= 1
        if status == 409:
            return
        check(status == 200, f"PUT {path}: {status} {answer}")
        self.counted += 1
        self.storm.note(version_of(answer))


class Watcher(threading.Thread):
    """Keeps what a watch said over all the kills, going on from the last version each time."""

    def __init__(self, storm, name, path, version, selects):
        super().__init__(daemon=True)
        self.storm, self.name, self.path, self.version, self.selects = storm, name, path, version, selects
        self.events, self.resumed = [], 0
        self.choice = random.Random(f"{storm.seed}-{name}")

    def run(self):
        client = self.storm.instance.client()
        while not self.storm.ended:
            separator = "&" if "?" in self.path else "?"
            begin = self.version
            path = f"{self.path}{separator}watch=1&allowWatchBookmarks=true&resourceVersion={self.version}"
            try:
                for event in client.watch(path):
                    self.take(event)
                    # One that comes back late, after other kills, has much to catch up on.
                    if self.choice.random() < 0.005:
                        break
            except Lost:
                pass
            except Exception as error:
                if not self.storm.ended:
                    self.storm.fail(f"watcher {self.name}: {error}")
                return
            self.resumed += self.version != begin
            time.sleep(0.01 if self.choice.random() < 0.8 else self.choice.uniform(0, 2))

    def take(self, event):
        thing = event["object"]
        check(event["type"] in ("ADDED", "MODIFIED", "DELETED", "BOOKMARK"), f"event {json.dumps(event)[:500]}")
        version = version_of(thing)
        if event["type"] == "BOOKMARK":
            check(version >= self.version, f"a bookmark at {version} after {self.version}")
        else:
            check(version > self.version, f"{event['type']} of {thing['metadata']['name']} at {version} after "
                                          f"{self.version}")
            self.events.append((event["type"], version, thing))
            self.storm.note(version)
        self.version = version

    def compare(self, things):
        """Everything that happened to every object, once and in order."""
        seen = {thing.name: [] for thing in things}
        for kind, version, thing in self.events:
            name = thing["metadata"]["name"]
            if name in seen:
                seen[name].append((kind, version, thing))
        for thing in things:
            expected = list(self.expected(thing))
            found = seen[thing.name]
            for index, (want, got) in enumerate(zip(expected, found)):
                kind, version, content = want
                same = got[0] == kind and (version is None or version == got[1])
                same = same and (content is None or thing.content(got[2]) == content)
                check(same, f"watcher {self.name}, {thing.path}, event {index}: expected {want}, found {got}")
            rest = expected[len(found):] or found[len(expected):]
            check(not rest, f"watcher {self.name}, {thing.path}: {len(found)} events instead of {len(expected)}; the "
                            f"first one too few or too many: {rest[:1]}")
        return sum(len(list(events)) for events in seen.values())

    def expected(self, thing):
        """The history, as whoever sees only a selection of it is told."""
        inside = False
        for kind, version, content in thing.history:
            was, inside = inside, content is not None and self.selects(content)
            if was and inside:
                yield "MODIFIED", version, content
            elif inside:
                yield "ADDED", version, content
            elif was:
                yield "DELETED", version, None


class Storm:
    def __init__(self, options):
        self.seed, self.kills = options.seed, options.kills
        self.choice = random.Random(options.seed)
        self.instance = Instance(options.executable, arguments=["--v", "0"])
        self.lock = threading.Lock()
        self.highest, self.failures = 0, []
        self.stopping = self.ended = False
        self.writer_count = options.writers

    def note(self, version):
        with self.lock:
            self.highest = max(self.highest, version)

    def fail(self, what):
        with self.lock:
            self.failures.append(what)

    def check_failures(self):
        if self.failures:
            raise Failure("\n".join(self.failures[:3]))

    def verify(self, client):
        before = self.highest
        listed = client.expect(200, "GET", MAPS)
        check(version_of(listed) >= before, f"the list is of {version_of(listed)}, and {before} was seen")
        found = {f"{MAPS}/{item['metadata']['name']}": item for item in listed["items"]}
        for item in client.expect(200, "GET", MACHINES)["items"]:
            found[f"{MACHINES}/{item['metadata']['name']}"] = item
        versions = [version_of(item) for item in found.values()]
        check(len(set(versions)) == len(versions), "two objects of one version")
        for path in (f"{MAPS}/kube-root-ca.crt", f"{MAPS}/counter"):
            counter = found.pop(path, None)
        count = int(counter["data"]["count"])
        least = sum(writer.counted for writer in self.writers)
        most = least + sum(writer.uncertain for writer in self.writers)
        check(least <= count <= most, f"the counter is {count}; it must be {least} to {most}")
        for writer in self.writers:
            writer.counted, writer.uncertain = (count, 0) if writer is self.writers[0] else (0, 0)
        for writer in self.writers:
            for thing in writer.things:
                item = found.pop(thing.path, None)
                if item is not None:
                    # Members of a list do not say what they are.
                    item = {"apiVersion": "v1" if thing.collection == MAPS else "kubevirt.io/v1",
                            "kind": "ConfigMap" if thing.collection == MAPS else "VirtualMachine", **item}
                thing.settle(item)
        check(not found, f"nobody made {list(found)}")
        self.note(version_of(listed))

    def blow(self, seconds):
        """Writes for a while, then kills."""
        self.stopping = False
        for writer in self.writers:
            writer.parked.clear()
            writer.go.set()
        time.sleep(seconds)
        self.instance.kill()
        for writer in self.writers:
            check(writer.parked.wait(30), "a writer noticed nothing of the end")

    def restart(self):
        """Sometimes it is killed while it starts."""
        killed = 0
        while self.choice.random() < 0.1:
            self.instance.launch()
            time.sleep(self.choice.uniform(0, 0.3))
            self.instance.kill()
            killed += 1
        return killed, self.instance.start()

    def run(self):
        with self.instance:
            self.instance.start()
            client = self.instance.client()
            client.expect(201, "POST", "/api/v1/namespaces", {"metadata": {"name": NAMESPACE}})
            counter = client.expect(201, "POST", MAPS, config_map("counter", {"count": "0"}))
            version = version_of(counter)
            self.writers = [Writer(self, number) for number in range(self.writer_count)]
            anything = lambda content: True
            watchers = [
                Watcher(self, "maps", MAPS, version, anything),
                Watcher(self, "machines", MACHINES, version, anything),
                Watcher(self, "old machines", MACHINES.replace("/v1/", "/v1alpha2/"), version, anything),
                Watcher(self, "even maps", f"{MAPS}?labelSelector=parity%3Deven", version,
                        lambda content: content["labels"]["parity"] == "even"),
                Watcher(self, "odd machines", f"{MACHINES}?labelSelector=parity%3Dodd", version,
                        lambda content: content["labels"]["parity"] == "odd"),
            ]
            for thread in self.writers + watchers:
                thread.start()
            starts, kills, begin = [], 0, time.monotonic()
            while kills < self.kills:
                self.blow(self.choice.choice([0.02, 0.1, 0.3, 0.3, 0.5]) * self.choice.uniform(0.5, 1.5))
                more, seconds = self.restart()
                kills += 1 + more
                starts.append(seconds)
                check(seconds < SLOWEST_START, f"the start took {seconds:.1f} s")
                client.close()
                self.verify(client)
                self.check_failures()
            elapsed = time.monotonic() - begin
            code, status = self.instance.status()
            check(code == 0, f"status: {status}")
            last = [version_of(client.expect(201, "POST", MAPS, config_map("end", {}, {"parity": "even"}))),
                    version_of(client.expect(201, "POST", MACHINES, machine("end", {}, {"parity": "odd"})))]
            for watcher in watchers:
                end = last[0] if MAPS in watcher.path else last[1]
                eventually(f"the last event of {watcher.name}", lambda: watcher.version >= end or self.failures, 60)
            self.check_failures()
            self.ended = True
            self.instance.down()
            events = 0
            for watcher in watchers:
                events += watcher.compare([
                    thing for writer in self.writers for thing in writer.things
                    if (thing.collection == MAPS) == (MAPS in watcher.path)])
            with sqlite3.connect(self.instance.data + "/objects.db") as database:
                finding = database.execute("PRAGMA integrity_check").fetchone()[0]
            check(finding == "ok", f"integrity: {finding}")
            for writer in self.writers:
                writer.go.set()
            writes = sum(writer.acknowledged for writer in self.writers)
            starts.sort()
            print(f"storm: seed {self.seed}, {kills} kills, {writes} acknowledged writes, {events} events compared over "
                  f"{sum(watcher.resumed for watcher in watchers)} resumptions; {elapsed / kills:.2f} s a kill, start "
                  f"{statistics.median(starts):.2f} s (slowest {starts[-1]:.2f} s), "
                  f"{status['instance']['store']['fileBytes'] / 1048576:.1f} MiB")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("executable")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1 << 32))
    parser.add_argument("--writers", type=int, default=5)
    options = parser.parse_args()
    storm = Storm(options)
    try:
        storm.run()
    except Failure as failure:
        print(f"storm: seed {options.seed}: {failure}")
        sys.exit(1)


if __name__ == "__main__":
    main()
