"""On what the measurements were made."""

from __future__ import annotations

import os
import platform
from datetime import UTC, datetime
from pathlib import Path


def description() -> str:
    """Machine, system, versions and date, one list item each."""
    lines = [
        f"Machine: {os.cpu_count()} cores, {_memory()}, {_processor()}",
        f"System: {_system()}",
        f"Python {platform.python_version()}, {_qt()}",
        f"Date: {datetime.now(UTC):%Y-%m-%d}; load average before: {_load()}",
    ]
    return "".join(f"- {line}\n" for line in lines)


def _load() -> str:
    """How many processes wanted a core when it began: above 0.5, trust nothing but ratios."""
    return f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"


def _memory() -> str:
    if not hasattr(os, "sysconf") or "SC_PHYS_PAGES" not in os.sysconf_names:
        return "memory unknown"
    size = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return f"{size / 2**30:.0f} GiB of memory"


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    if info.exists():
        for line in info.read_text().splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def _system() -> str:
    try:
        name = platform.freedesktop_os_release()["PRETTY_NAME"]
    except (OSError, KeyError):
        return platform.platform()
    return f"{name}, {platform.system()} {platform.release()}"


def _qt() -> str:
    import PySide6.QtCore

    return f"PySide6 {PySide6.__version__}, Qt {PySide6.QtCore.qVersion()}"
