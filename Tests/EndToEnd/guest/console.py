#!/usr/bin/env python3
"""Talks to a guest over `virtctl console`, on a terminal of its own.

    console.py [--timeout SECONDS] [--send TEXT --expect PATTERN]... -- COMMAND...

Expects `login:` unless told otherwise; sends are made in turn, each followed by its expectation. An empty line is sent
each five seconds until the first pattern is seen, since a prompt that was printed before is not printed again. Prints
what the guest wrote, and ends with 0 when every pattern was seen.
"""
import argparse
import os
import pty
import re
import select
import signal
import sys
import time

parser = argparse.ArgumentParser()
parser.add_argument("--timeout", type=float, default=120)
parser.add_argument("--send", action="append", default=[])
parser.add_argument("--expect", action="append", default=[])
parser.add_argument("command", nargs="+")
options = parser.parse_args()
if len(options.expect) != len(options.send) + 1:
    options.expect.insert(0, "login:")
    if len(options.expect) != len(options.send) + 1:
        parser.error("each --send needs an --expect")

process, terminal = pty.fork()
if process == 0:
    os.execvp(options.command[0], options.command)

end = time.monotonic() + options.timeout
seen = b""


def wait_for(pattern, nudges):
    """Reads until the pattern is there, and drops what was read up to its end."""
    global seen
    nudge = time.monotonic() + 5
    while True:
        found = re.search(pattern.encode(), seen)
        if found:
            seen = seen[found.end():]
            return True
        now = time.monotonic()
        if now > end:
            return False
        if nudges and now > nudge:
            os.write(terminal, b"\r")
            nudge = now + 5
        if not select.select([terminal], [], [], 0.5)[0]:
            continue
        try:
            piece = os.read(terminal, 65536)
        except OSError:
            return False
        if not piece:
            return False
        sys.stdout.buffer.write(piece)
        sys.stdout.buffer.flush()
        seen += piece


status = 0
for position, pattern in enumerate(options.expect):
    if not wait_for(pattern, position == 0):
        print(f"\nconsole: {pattern!r} was not seen", file=sys.stderr)
        status = 1
        break
    if position < len(options.send):
        os.write(terminal, options.send[position].encode() + b"\r")
print()
try:
    os.write(terminal, b"\x1d")
except OSError:
    pass
for _ in range(50):
    ended, _ = os.waitpid(process, os.WNOHANG)
    if ended:
        break
    time.sleep(0.1)
else:
    os.kill(process, signal.SIGKILL)
sys.exit(status)
