#!/usr/bin/env python3
"""Starts in every state of the data folder, of the port and of what else runs.

    starts.py SWIFT-VIRT [--only REGULAR-EXPRESSION]
"""
import argparse
import json
import os
import random
import re
import shutil
import signal
import socket
import subprocess
import sys
import time

from instance import Failure, Instance, check, config_map, eventually

MAPS = "/api/v1/namespaces/default/configmaps"
CLAIMS = "/api/v1/namespaces/default/persistentvolumeclaims"


def failed_start(instance, *words, seconds=20):
    """A start that is refused: in good time, with a message, without a trace of a crash."""
    instance.launch()
    try:
        code = instance.process.wait(seconds)
    except subprocess.TimeoutExpired as error:
        instance.kill()
        raise Failure(f"a start that should fail goes on:\n{instance.log_tail()}") from error
    text = instance.log_tail()
    check(code == 1, f"it ended with {code}:\n{text}")
    for word in words:
        check(word in text, f"the message does not say {word}:\n{text}")


def mark(instance, name):
    instance.client().expect(201, "POST", MAPS, config_map(name, {"a": "b"}))


def check_marks(instance, *names):
    client = instance.client()
    for name in names:
        check(client.expect(200, "GET", f"{MAPS}/{name}")["data"] == {"a": "b"}, f"{name} is not what it was")


def several_at_once(instance):
    for number in range(4):
        command = [instance.executable, "up", "--detach", "--no-guests", "--data-dir", instance.data, "--secure-port", str(instance.port)]
        starts = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
                  for _ in range(4)]
        outputs = [start.communicate(timeout=60)[0] for start in starts]
        codes = [start.returncode for start in starts]
        # Whoever comes second is told what runs, and when all have returned it answers.
        check(codes == [0] * 4, f"exit codes {codes}:\n" + "\n".join(outputs))
        for output in outputs:
            check("swift-virt runs on" in output, f"the answer of one of them: {output}")
        code, status = instance.status()
        check(code == 0, f"status after the start: {status}")
        mark(instance, f"start{number}")
        result = instance.command("down")
        check(result.returncode == 0 and "Stopped" in result.stdout, f"down: {result.stdout}{result.stderr}")
    instance.start()
    check_marks(instance, *[f"start{number}" for number in range(4)])
    instance.down()


def beside_status(instance):
    """Commands that look whether something runs must not be in its way."""
    commands = [subprocess.Popen(["/bin/sh", "-c", 'while :; do "$@" >/dev/null 2>&1; done', "sh", instance.executable,
                                  "status", "--data-dir", instance.data], start_new_session=True) for _ in range(4)]
    try:
        for _ in range(10):
            instance.start()
            instance.down()
    finally:
        for command in commands:
            os.killpg(command.pid, signal.SIGKILL)
            command.wait()


def end_during_start(instance):
    choice = random.Random(1)
    for number in range(12):
        shutil.rmtree(instance.data, ignore_errors=True) if number % 3 == 0 else None
        instance.launch()
        time.sleep(choice.uniform(0, 0.25))
        instance.process.terminate()
        try:
            code = instance.process.wait(15)
        except subprocess.TimeoutExpired as error:
            raise Failure(f"SIGTERM during the start does not end it:\n{instance.log_tail()}") from error
        check(code in (0, -signal.SIGTERM), f"it ended with {code}:\n{instance.log_tail()}")
    instance.start()
    instance.down()


def old_record(instance):
    instance.start()
    mark(instance, "before")
    instance.kill()
    with open(instance.data + "/instance.json") as file:
        record = json.load(file)
    bystander = subprocess.Popen(["sleep", "600"])
    try:
        for process in (bystander.pid, 1, 2 ** 31 - 1, -1, "x"):
            with open(instance.data + "/instance.json", "w") as file:
                json.dump({**record, "process": process}, file)
            code, status = instance.status()
            check(code == 3 and status["state"] == "stopped", f"status: {code} {status}")
            result = instance.command("down")
            check(result.returncode == 0 and "Nothing runs" in result.stdout, f"down: {result.stdout}{result.stderr}")
        check(bystander.poll() is None, "another process was ended")
        for text in ("", "{", "\0" * 100, "[]"):
            with open(instance.data + "/instance.json", "w") as file:
                file.write(text)
            check(instance.status()[0] == 3, f"status with the record {text!r}")
            instance.start()
            check_marks(instance, "before")
            check(instance.status()[0] == 0, "status")
            instance.kill()
    finally:
        bystander.kill()
        bystander.wait()


def taken_port(instance):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", instance.port))
        taken.listen()
        failed_start(instance, str(instance.port), "in use")
    instance.start()
    # A second instance, which has a folder of its own, takes nothing of the first one's connections.
    with Instance(instance.executable, port=instance.port) as other:
        failed_start(other, str(instance.port), "in use")
    check(instance.status()[0] == 0, "the first one goes on")
    instance.down()


def spellings(instance):
    """One folder, whatever it is called; volumes of one spelling are known under the others."""
    parent, name = os.path.split(instance.data)
    os.symlink(instance.data, parent + "/link")
    spellings = [instance.data, parent + "/link", instance.data + "//", f"{parent}/./x/../{name}/", parent + "/link/."]
    os.mkdir(parent + "/x")
    first = instance.data
    for number, data in enumerate(spellings):
        instance.data = data
        instance.start()
        client = instance.client()
        if number > 0:
            check_marks(instance, f"mark{number - 1}")
            client.expect(200, "DELETE", f"{CLAIMS}/c{number - 1}")
            eventually(f"the volume of {spellings[number - 1]} goes with {data}",
                       lambda: not client.expect(200, "GET", "/api/v1/persistentvolumes")["items"])
        mark(instance, f"mark{number}")
        client.expect(201, "POST", CLAIMS, {"metadata": {"name": f"c{number}"}, "spec": {
            "accessModes": ["ReadWriteOnce"], "resources": {"requests": {"storage": "1Mi"}}}})
        eventually("the claim is bound", lambda: client.expect(200, "GET", f"{CLAIMS}/c{number}").get(
            "status", {}).get("phase") == "Bound")
        for other in spellings:
            result = subprocess.run([instance.executable, "up", "--detach", "--no-guests", "--data-dir", other, "--secure-port", "0"],
                                    capture_output=True, text=True, timeout=60)
            check(result.returncode == 0 and f"process {instance.process.pid}" in result.stdout,
                  f"a second start under {other}: {result.stdout}{result.stderr}")
        instance.down()
    instance.data = first
    folder = os.path.dirname(parent)
    relative = os.path.relpath(first, folder)
    result = subprocess.run([instance.executable, "up", "--detach", "--no-guests", "--data-dir", relative, "--secure-port", "0"],
                            capture_output=True, text=True, timeout=60, cwd=folder)
    check(result.returncode == 0 and first in result.stdout, f"a relative path: {result.stdout}{result.stderr}")
    check(instance.status()[0] == 0, "status")
    check(instance.command("down").returncode == 0, "down")
    result = subprocess.run([instance.executable, "up", "--data-dir", "", "--secure-port", "0"], capture_output=True,
                            text=True, timeout=20, cwd=instance.folder)
    check(result.returncode != 0, "no folder at all is taken for one")


def broken_certificates(instance):
    instance.start()
    mark(instance, "before")
    instance.down()
    pki = instance.data + "/pki"
    for name in sorted(os.listdir(pki)):
        for damage in ("gone", "garbage", "cut", "empty"):
            path = f"{pki}/{name}"
            if damage == "gone":
                os.unlink(path)
            else:
                with open(path, "rb") as file:
                    text = file.read()
                with open(path, "wb") as file:
                    file.write({"garbage": os.urandom(300), "cut": text[:len(text) // 2], "empty": b""}[damage])
            try:
                instance.start()
                check_marks(instance, "before")
                check(os.stat(path).st_mode & 0o077 == 0 or not name.endswith(".key"), f"others may read {name}")
                instance.down()
            except Failure as failure:
                raise Failure(f"{name} {damage}: {failure}") from failure
    shutil.rmtree(pki)
    instance.start()
    check_marks(instance, "before")
    instance.down()
    # Keys of one pair under the names of another.
    shutil.copy(pki + "/admin.key", pki + "/server.key")
    shutil.copy(pki + "/front-proxy-ca.crt", pki + "/client-ca.crt")
    instance.start()
    check_marks(instance, "before")
    # Broken while it runs: what was read stays.
    with open(pki + "/server.crt", "wb") as file:
        file.write(b"nonsense")
    time.sleep(0.5)
    check_marks(instance, "before")
    instance.down()
    shutil.rmtree(pki)
    with open(pki, "w") as file:
        file.write("not a folder")
    failed_start(instance, pki)
    os.unlink(pki)
    instance.start()
    check_marks(instance, "before")
    instance.down()


def no_kubeconfig(instance):
    instance.start()
    path = instance.data + "/admin.kubeconfig"
    with open(path) as file:
        before = file.read()
    os.unlink(path)
    result = instance.command("kubeconfig")
    check(result.returncode == 0 and result.stdout == before, f"kubeconfig: {result.stdout}{result.stderr}")
    code, status = instance.status()
    check(code == 0, f"status without the file: {status}")
    instance.down()
    if os.path.exists(path):
        os.unlink(path)
    instance.start()
    with open(path) as file:
        check(file.read() == before, "it comes back as it was")
    check(os.stat(path).st_mode & 0o777 == 0o600, "its mode")
    instance.kill()
    with open(path, "w") as file:
        file.write("nonsense")
    instance.start()
    mark(instance, "after")
    instance.down()


def strange_files(instance):
    """What stands in the place of the store is not overwritten."""
    os.makedirs(instance.data)
    for content in (b"a text that somebody keeps here\n" * 100, os.urandom(8192)):
        with open(instance.data + "/objects.db", "wb") as file:
            file.write(content)
        failed_start(instance, "objects.db", "restore")
        with open(instance.data + "/objects.db", "rb") as file:
            check(file.read() == content, "it was overwritten")
    shutil.rmtree(instance.data)
    with open(instance.data, "w") as file:
        file.write("a file")
    failed_start(instance, instance.data)


CASES = [several_at_once, beside_status, end_during_start, old_record, taken_port, spellings, broken_certificates,
         no_kubeconfig, strange_files]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("executable")
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    failures, passed = 0, 0
    for case in CASES:
        if not re.search(options.only, case.__name__):
            continue
        try:
            with Instance(options.executable) as instance:
                case(instance)
            passed += 1
        except Failure as failure:
            failures += 1
            print(f"starts: {case.__name__}: {failure}")
    print(f"starts: {passed} of {passed + failures} cases passed")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
