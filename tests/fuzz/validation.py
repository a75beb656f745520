"""Fuzzing of the validator: ``python -m tests.fuzz.validation --executions 1000000 --seed 1``.

Documents are the seeds beside this module with bytes changed, cut, doubled and spliced. Whatever they are, the
validator gives findings or none, each with a sentence and a place, and never an exception. A document that breaks this
is written to ``crash-N`` in the working folder.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from random import Random

from converter.validation import judge

_SEEDS = Path(__file__).parent / "seeds"
_TOKENS = (
    b"{", b"}", b"[", b"]", b",", b":", b'"', b"\\", b"\\u", b"\\ud800", b"null", b"true", b"NaN", b"-", b"1e999",
    b"9" * 400, b"<", b">", b"/", b"</", b"/>", b"&", b"&#0;", b"&amp;", b"<!--", b"-->", b"<![CDATA[", b"]]>",
    b"<?", b"?>", b"<!DOCTYPE", b"<!ENTITY", b" xmlns=''", b"=", b"'", b"\n", b"\r", b"\t", b" ", b"\x00", b"\xff",
    b"\xfe\xff", b"\xef\xbb\xbf", b"\xef\xbf\xbf", b"\xed\xa0\x80", b"\xf0\x9f\x8c\xbe", b'"span":[0,0]',
    b'span="0 0"', b"s1", b"1.0", b"2.0", b"<section/>", b"<paragraph/>", b'"x":[[[[', b"<a><a><a>",
)  # fmt: skip


def changed(data: bytes, seeds: list[bytes], random: Random) -> bytes:
    """``data`` with one to four changes."""
    for _ in range(random.choice((1, 1, 2, 4))):
        at, other = sorted((random.randrange(len(data) + 1), random.randrange(len(data) + 1)))
        near = min(other, at + random.choice((1, 2, 8, 64)))
        change = random.randrange(8)
        if change == 0:
            data = data[:at] + data[near:]
        elif change == 1:
            data = data[:at] + random.choice(_TOKENS) + data[at:]
        elif change == 2:
            data = data[:at] + random.choice(_TOKENS) + data[near:]
        elif change == 3:
            data = data[:at] + bytes((random.randrange(256),)) + data[at + 1 :]
        elif change == 4:
            data = data[:near] + data[at:near] * random.choice((1, 2, 50)) + data[near:]
        elif change == 5:
            data = data[:at]
        elif change == 6:
            piece = random.choice(seeds)
            start = random.randrange(len(piece))
            data = data[:at] + piece[start : start + random.choice((4, 40, 400))] + data[near:]
        else:
            digits = str(random.choice((0, 1, -1, 2, 7, 255, 65536, 2**53))).encode()
            data = data[:at] + digits + data[at + 1 :]
    return data[:200_000]


def check(document: bytes) -> bool:
    """Judge ``document`` and whether what is said of it can be used; whether it was accepted."""
    verdict = judge(document, max_findings=20)
    for finding in verdict.findings:
        assert finding.message and finding.message.isprintable() and len(finding.message) < 1000, finding
        assert finding.message_zh and finding.code.startswith("GW"), finding
        assert finding.line is None or (finding.line > 0 and finding.column is not None and finding.column > 0), finding
    return verdict.accepts()


def main() -> int:
    """Run until the executions or the seconds are used up; 1 when a document broke the promise."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--executions", type=int, default=1_000_000)
    parser.add_argument("--seconds", type=float, default=float("inf"))
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    random = Random(options.seed)
    seeds = [path.read_bytes() for path in sorted(_SEEDS.iterdir())]
    pool = list(seeds)
    begun = time.monotonic()
    done = accepted = failed = 0
    while done < options.executions and time.monotonic() - begun < options.seconds:
        document = changed(random.choice(pool), seeds, random)
        try:
            sound = check(document)
        except KeyboardInterrupt:
            break
        except Exception as error:
            failed += 1
            Path(f"crash-{failed}").write_bytes(document)
            print(f"crash-{failed}: {error!r}", file=sys.stderr)
            sound = False
        done += 1
        if sound:  # what is still accepted is a good beginning for further changes
            accepted += 1
            pool = [*seeds, *pool[len(seeds) :][-63:], document]
    seconds = time.monotonic() - begun
    print(f"{done} executions in {seconds:.0f} s, seed {options.seed}: {accepted} accepted, {failed} crashes")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
