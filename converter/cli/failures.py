"""What went wrong with one input, as a sentence for the person at the terminal."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from converter.system_errors import reason


class Failure(Exception):
    """One input could not be worked on; the message is the whole sentence, the input's name first."""


@contextmanager
def failing(name: str) -> Iterator[None]:
    """Turn whatever goes wrong with the input ``name`` into a :class:`Failure`.

    A reader that went away (``gongwen convert a.txt | head``) is no failure of an input and goes through.
    """
    try:
        yield
    except Failure:
        raise
    except OSError as error:
        if error.errno == errno.EPIPE:
            raise
        raise Failure(f"{error.filename or name}: {reason(error)}") from error
    except ValueError as error:
        # What a text without a name is called by the readers; here it has one.
        sentence = str(error).removeprefix("the input: ")
        if name.endswith(f"/{sentence.partition(': ')[0]}"):  # the readers know the name without its folder
            sentence = sentence.partition(": ")[2]
        raise Failure(sentence if sentence.startswith(f"{name}: ") else f"{name}: {sentence}") from error
    except Exception as error:
        raise Failure(
            f"{name}: a fault of gongwen itself, not of the input ({type(error).__name__}: {error}); please report it"
        ) from error
