#!/usr/bin/env python3
"""Holds watches on one server and measures how long a change takes to reach the last of them.

    fan-out.py URL TOKEN-FILE WATCHERS

Prints the median and the maximum over 20 changes, in milliseconds.
"""
import asyncio
import json
import ssl
import statistics
import sys
import time
import urllib.parse
import uuid

PATH = "/api/v1/namespaces/bench/configmaps"


async def main():
    url, token, count = urllib.parse.urlsplit(sys.argv[1]), open(sys.argv[2]).read().strip(), int(sys.argv[3])
    tls = ssl.create_default_context()
    tls.check_hostname, tls.verify_mode = False, ssl.CERT_NONE

    async def request(method, target, body=b""):
        reader, writer = await asyncio.open_connection(url.hostname, url.port, ssl=tls, limit=1 << 22)
        writer.write((f"{method} {target} HTTP/1.1\r\nHost: {url.netloc}\r\nAuthorization: Bearer {token}\r\n"
                      f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n").encode() + body)
        await writer.drain()
        status = int((await reader.readline()).split()[1])
        while (await reader.readline()).strip():
            pass
        return status, reader, writer

    _, reader, writer = await request("GET", PATH + "?limit=1")
    version = ""
    while '"resourceVersion"' not in version:
        version += (await reader.read(65536)).decode()
    writer.close()
    version = version.split('"resourceVersion":"')[1].split('"')[0]

    name = "fan-out-" + uuid.uuid4().hex[:6]
    seen = asyncio.Queue()

    async def watch():
        status, reader, _ = await request("GET", f"{PATH}?watch=1&resourceVersion={version}&fieldSelector=metadata.name%3D{name}")
        assert status == 200, status
        seen.put_nowait(None)
        while line := await reader.readline():
            if b'"type"' in line:
                seen.put_nowait(None)

    watches = []
    for begin in range(0, count, 50):
        batch = [asyncio.create_task(watch()) for _ in range(min(50, count - begin))]
        watches += batch
        for _ in batch:
            await seen.get()

    took = []
    for index in range(20):
        body = json.dumps({"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": name}, "data": {"i": str(index)}}).encode()
        begin = time.perf_counter()
        status, _, writer = await request("POST" if index == 0 else "PUT", PATH + ("" if index == 0 else "/" + name), body)
        assert status in (200, 201), status
        for _ in range(count):
            await asyncio.wait_for(seen.get(), 30)
        took.append((time.perf_counter() - begin) * 1000)
        writer.close()
    print(f"{statistics.median(took):.0f} / {max(took):.0f}")
    for task in watches:
        task.cancel()


asyncio.run(main())
