"""Give up on a call that takes too long."""

from __future__ import annotations

import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class TooLongError(Exception):
    """Raise when a call takes longer than it may."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raise `TooLongError` after *seconds* of the processor's time, where the system can tell; pattern engines look now and then."""

    def stop(_number: int, _frame: object) -> None:
        raise TooLongError

    if not hasattr(signal, "SIGVTALRM"):
        yield
        return
    old = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, old)
