"""PySide6 6.12 on Python 3.11 drops a reference to None with each void call and soon aborts.

pyproject.toml keeps PySide6 below 6.12 there; this fails first should that ever slip.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject

CALLS = 1_000
# Other code may take or drop None meanwhile, until it became immortal in Python 3.12.
SLACK = 100 if sys.version_info < (3, 12) else 0


def test_void_calls_leave_the_references_to_none_alone() -> None:
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        thing.setObjectName("back")
    assert abs(sys.getrefcount(None) - before) <= SLACK
