"""One server under comparison: sends requests, runs kubectl, and records what came back with what may differ taken out."""
import base64
import http.client
import json
import os
import re
import ssl
import subprocess
import tempfile
import time
import urllib.parse

UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
AGE = re.compile(r"\b\d+(ms|s|m|h|d)(\d+(s|m|h))?\b|<invalid>|<unknown>")
# Members whose values are the server's own: replaced where they are, so that a missing one still shows.
OWN = {"uid": "UID", "resourceVersion": "VERSION", "creationTimestamp": "TIME", "continue": "TOKEN", "selfLink": None,
       "managedFields": None, "generateName": None}


class Session:
    """Talks to one server as its administrator; every answer is recorded under a step's name."""

    def __init__(self, name, kubeconfig, namespace):
        self.name, self.kubeconfig, self.namespace = name, kubeconfig, namespace
        self.records = {}
        self.words = []  # (text, replacement): names that the server made
        text = subprocess.run(["kubectl", "--kubeconfig", kubeconfig, "config", "view", "--raw", "-o", "json"],
                              check=True, capture_output=True, text=True).stdout
        config = json.loads(text)
        current = next(c["context"] for c in config["contexts"] if c["name"] == config["current-context"])
        cluster = next(c["cluster"] for c in config["clusters"] if c["name"] == current["cluster"])
        user = next(u["user"] for u in config["users"] if u["name"] == current["user"])
        self.url = urllib.parse.urlsplit(cluster["server"])
        self.words.append((cluster["server"], "SERVER"))
        self.words.append((self.url.netloc, "SERVER"))
        self.tls = ssl.create_default_context(cadata=self._pem(cluster, "certificate-authority").decode())
        with tempfile.NamedTemporaryFile() as file:
            file.write(self._pem(user, "client-certificate") + b"\n" + self._pem(user, "client-key"))
            file.flush()
            self.tls.load_cert_chain(file.name)
        self.connection = None

    @staticmethod
    def _pem(entry, member):
        if member + "-data" in entry:
            return base64.b64decode(entry[member + "-data"])
        with open(entry[member], "rb") as file:
            return file.read()

    # ---- requests ----

    def send(self, method, path, body=None, headers=None, timeout=30):
        """One request; returns status, headers and the body, parsed where it is JSON. Nothing is recorded."""
        headers = dict(headers or {})
        if body is not None and not isinstance(body, (str, bytes)):
            body = json.dumps(body)
        if body is not None:
            headers.setdefault("Content-Type", "application/json")
        for attempt in (1, 2):
            if self.connection is None:
                self.connection = http.client.HTTPSConnection(self.url.hostname, self.url.port, context=self.tls,
                                                              timeout=timeout)
            try:
                self.connection.request(method, path, body, headers)
                answer = self.connection.getresponse()
                text = answer.read()
                break
            except (http.client.HTTPException, OSError):
                self.connection.close()
                self.connection = None
                if attempt == 2:
                    raise
        try:
            value = json.loads(text)
        except ValueError:
            value = text.decode(errors="replace")
        return answer.status, answer.headers, value

    def request(self, step, method, path, body=None, headers=None, keep=lambda value: value):
        """Sends, and records status, content type, warnings and body."""
        path = path.replace("NS", self.namespace)
        status, answer, value = self.send(method, path, body, headers)
        self.record(step, {"status": status, "contentType": answer.get("Content-Type", "").split(";")[0],
                           "warnings": answer.get_all("Warning") or [], "body": keep(value)})
        return status, value

    def watch(self, step, path, act, count, timeout=15):
        """Opens a watch, acts, and records the next events (bookmarks left out)."""
        path = path.replace("NS", self.namespace)
        connection = http.client.HTTPSConnection(self.url.hostname, self.url.port, context=self.tls, timeout=timeout)
        connection.request("GET", path)
        answer = connection.getresponse()
        act()
        events = []
        while len(events) < count:
            line = answer.readline()
            if not line:
                break
            event = json.loads(line)
            if event["type"] != "BOOKMARK":
                events.append(event)
        connection.close()
        self.record(step, {"status": answer.status, "events": events})
        return events

    # ---- kubectl ----

    def kubectl(self, step, *arguments, stdin=None, environment=None):
        """Runs kubectl in the session's namespace and records exit code and output."""
        result = self.run_kubectl(*arguments, stdin=stdin, environment=environment)
        output = result.stdout
        try:
            output = json.loads(output)
        except ValueError:
            output = output.splitlines()
        self.record(step, {"exit": result.returncode, "output": output, "errors": result.stderr.splitlines()})
        return result

    def run_kubectl(self, *arguments, stdin=None, environment=None, timeout=60):
        return subprocess.run(["kubectl", "--kubeconfig", self.kubeconfig, "-n", self.namespace, *arguments],
                              input=stdin, capture_output=True, text=True, timeout=timeout,
                              env={**os.environ, **(environment or {})})

    def eventually(self, condition, seconds=15):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if condition():
                return True
            time.sleep(0.1)
        return False

    # ---- records ----

    def record(self, step, value):
        if step in self.records:
            raise ValueError(f"two steps are called {step!r}")
        self.records[step] = self.normal(value)

    def made(self, text, replacement):
        """A name that the server made up: replaced in all later records."""
        self.words.insert(0, (text, replacement))

    def normal(self, value, parent=""):
        if isinstance(value, dict):
            result = {}
            for key, member in value.items():
                if key in OWN and parent == "metadata":
                    if OWN[key] is not None and member is not None:
                        result[key] = OWN[key]
                    continue
                if key == "uid":
                    result[key] = "UID"
                    continue
                result[self.normal_text(key)] = self.normal(member, key)
            return result
        if isinstance(value, list):
            return [self.normal(member, parent) for member in value]
        if isinstance(value, str):
            text = self.normal_text(value)
            # Ages are only in what is printed; elsewhere it would be an amount.
            return AGE.sub("AGE", text) if parent in ("output", "errors", "cells") else text
        return value

    def normal_text(self, text):
        for word, replacement in self.words:
            text = text.replace(word, replacement)
        text = text.replace(self.namespace, "NS")
        text = UUID.sub("UID", text)
        text = TIME.sub("TIME", text)
        text = re.sub(r'resourceVersion: ?"?\d+"?', "resourceVersion: VERSION", text)
        return re.sub(r"(?<=\S) {2,}", "  ", text).rstrip()
