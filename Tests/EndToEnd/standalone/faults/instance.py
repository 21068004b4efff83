"""An instance of swift-virt under test, and a client of it with the administrator's certificate: standard library only."""
import base64
import http.client
import json
import os
import random
import re
import shutil
import signal
import socket
import ssl
import subprocess
import tempfile
import time


class Failure(Exception):
    """What the test found wrong."""


class Lost(Exception):
    """The connection ended before the answer came: the request may have been carried out or not."""


def check(condition, what):
    if not condition:
        raise Failure(what)


def eventually(what, condition, seconds=15):
    end = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > end:
            raise Failure(f"not after {seconds} s: {what}")
        time.sleep(0.02)


def free_port(choice=random):
    """One outside the range that connections take theirs from, so that it is free again after each end."""
    while True:
        port = choice.randrange(20000, 32000)
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
                return port
            except OSError:
                continue


class Instance:
    """One data directory, and the process that serves it."""

    def __init__(self, executable, data=None, port=None, arguments=()):
        self.executable = os.path.abspath(executable)
        self.folder = tempfile.mkdtemp(prefix="swift-virt-faults.")
        self.data = data or self.folder + "/data"
        self.port = port or free_port()
        self.arguments = list(arguments)
        self.process = None
        self.log = self.folder + "/log"

    def __enter__(self):
        return self

    def __exit__(self, kind, *_):
        if self.process and self.process.poll() is None:
            self.kill()
        if kind is None:
            shutil.rmtree(self.folder, ignore_errors=True)
        else:
            print(f"what was left: {self.folder}")
            print(self.log_tail())

    def log_tail(self, count=15):
        try:
            with open(self.log, errors="replace") as file:
                return "".join(file.readlines()[-count:])
        except FileNotFoundError:
            return ""

    def launch(self):
        """Starts the process without waiting; it reports to `self.notices`, as to systemd."""
        path = self.folder + "/notify"
        if os.path.exists(path):
            os.unlink(path)
        self.notices = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.notices.bind(path)
        self.notices.settimeout(0.05)
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(
                # The limit of open files that most users have; the instance is to raise it by itself.
                ["/bin/sh", "-c", 'ulimit -Sn 1024; exec "$@"', "sh", self.executable, "up",
                 # What is written here is to stay as it was written.
                 "--api-only", "--data-dir", self.data, "--secure-port", str(self.port), *self.arguments],
                stdin=subprocess.DEVNULL, stdout=log, stderr=log, env={**os.environ, "NOTIFY_SOCKET": path})

    def start(self, seconds=30):
        """Returns after how many seconds the API answered."""
        begin = time.monotonic()
        self.launch()
        self.wait_ready(seconds)
        return time.monotonic() - begin

    def wait_ready(self, seconds=30):
        end = time.monotonic() + seconds
        while True:
            try:
                if b"READY=1" in self.notices.recv(4096):
                    self.notices.close()
                    return
            except TimeoutError:
                pass
            check(self.process.poll() is None, f"it ended with {self.process.returncode}:\n{self.log_tail()}")
            check(time.monotonic() < end, f"not ready after {seconds} s")

    def kill(self):
        os.kill(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def command(self, *arguments, timeout=60, **options):
        return subprocess.run([self.executable, *arguments, "--data-dir", self.data], stdin=subprocess.DEVNULL,
                              capture_output=True, text=True, timeout=timeout, **options)

    def down(self):
        result = self.command("down")
        check(result.returncode == 0, f"down: {result.stdout}{result.stderr}")
        check(self.process.wait(10) == 0, f"it ended with {self.process.returncode}:\n{self.log_tail()}")

    def status(self):
        result = self.command("status", "-o", "json")
        return result.returncode, json.loads(result.stdout)

    def resident(self):
        """MiB that the process has in memory now, and had at most."""
        with open(f"/proc/{self.process.pid}/status") as file:
            text = file.read()
        return [int(re.search(name + r":\s+(\d+)", text)[1]) / 1024 for name in ("VmRSS", "VmHWM")]

    def processor_seconds(self):
        with open(f"/proc/{self.process.pid}/stat") as file:
            fields = file.read().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def tls(self):
        with open(self.data + "/admin.kubeconfig") as file:
            text = file.read()

        def pem(member):
            return base64.b64decode(re.search(member + r': "?([A-Za-z0-9+/=]+)', text)[1])

        context = ssl.create_default_context(cadata=pem("certificate-authority-data").decode())
        with tempfile.NamedTemporaryFile() as file:
            file.write(pem("client-certificate-data") + b"\n" + pem("client-key-data"))
            file.flush()
            context.load_cert_chain(file.name)
        return context

    def client(self):
        return Client(self.port, self.tls())


class Client:
    """Requests over one connection that is kept."""

    def __init__(self, port, tls, timeout=30):
        self.port, self.tls, self.timeout = port, tls, timeout
        self.connection = None

    def close(self):
        if self.connection:
            self.connection.close()
        self.connection = None

    def send(self, method, path, body=None, kind="application/json"):
        """Returns status and parsed answer. Never sends twice."""
        try:
            if self.connection is None:
                self.connection = http.client.HTTPSConnection("127.0.0.1", self.port, context=self.tls,
                                                              timeout=self.timeout)
            self.connection.request(method, path, json.dumps(body) if body is not None else None,
                                    {"Content-Type": kind} if body is not None else {})
            answer = self.connection.getresponse()
            text = answer.read()
        except (http.client.HTTPException, OSError) as error:
            self.close()
            raise Lost(f"{method} {path}: {error!r}") from error
        try:
            return answer.status, json.loads(text)
        except ValueError:
            return answer.status, text.decode(errors="replace")

    def expect(self, status, method, path, body=None, kind="application/json"):
        found, answer = self.send(method, path, body, kind)
        check(found == status, f"{method} {path}: {found} instead of {status}: {json.dumps(answer)[:600]}")
        return answer

    def watch(self, path):
        """Yields the events of a watch until it ends; `Lost` when it breaks."""
        connection = http.client.HTTPSConnection("127.0.0.1", self.port, context=self.tls, timeout=60)
        try:
            connection.request("GET", path)
            answer = connection.getresponse()
            if answer.status != 200:
                raise Failure(f"GET {path}: {answer.status} {answer.read()[:600]}")
            while True:
                line = answer.readline()
                if not line.endswith(b"\n"):
                    # Half a line is no event; it comes again.
                    return
                yield json.loads(line)
        except (http.client.HTTPException, OSError) as error:
            raise Lost(f"GET {path}: {error!r}") from error
        finally:
            connection.close()


def config_map(name, data, labels=None):
    return {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": name, "labels": labels or {}}, "data": data}


def machine(name, annotations=None, labels=None):
    return {"apiVersion": "kubevirt.io/v1", "kind": "VirtualMachine",
            "metadata": {"name": name, "labels": labels or {}, "annotations": annotations or {}},
            "spec": {"runStrategy": "Halted", "template": {"spec": {"domain": {
                "devices": {}, "resources": {"requests": {"memory": "64Mi"}}}}}}}
