"""One window at a time: a second start raises the first one."""

from __future__ import annotations

import hashlib
import os
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QLockFile, QObject, QSysInfo, QThread, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

ANSWER_MS = 2000
RETRY_MS = 50
RAISE = b"raise\n"
RAISED = b"raised\n"


class Role(Enum):
    """What this start of the program is."""

    FIRST = "first"
    SECOND = "second"
    HUNG = "hung"
    """Another one holds the lock and does not answer."""


class SingleInstance(QObject):
    """Guards the data folder `folder`: people with two folders may have two windows."""

    raise_requested = Signal()

    def __init__(self, folder: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        os.makedirs(folder, exist_ok=True)
        digest = hashlib.sha256(os.path.realpath(folder).encode()).hexdigest()[:16]
        self._name = f"backcare-{digest}"
        self._lock = QLockFile(os.path.join(folder, "backcare.lock"))
        self._lock.setStaleLockTime(0)
        self._server: QLocalServer | None = None

    def claim(self) -> Role:
        """Become the first, or make the first one show itself.

        The first calls `listen` when its window is there: until then a second start
        waits, and nothing of the network is loaded before the first paint.

        An empty or foreign lock file blocks Qt's lock for ever, so a lock that nobody
        answers for, and that names no living process, is taken away.
        """
        if self._lock.tryLock(0):
            return Role.FIRST
        if self._lock.error() is QLockFile.LockError.PermissionError:
            # A folder that cannot be written has no lock to share.
            return Role.SECOND if self._ask_first() else Role.FIRST
        alive = self._owner_is_alive()
        if self._ask_first(ANSWER_MS if alive else 0):
            return Role.SECOND
        if alive:
            return Role.HUNG
        self._lock.removeStaleLockFile()
        return Role.FIRST if self._lock.tryLock(0) else Role.SECOND

    def release(self) -> None:
        """Let another start be the first."""
        if self._server is not None:
            self._server.close()
            self._server = None
        self._lock.unlock()

    def listen(self) -> None:
        """Answer those who come second."""
        from PySide6.QtNetwork import QLocalServer

        QLocalServer.removeServer(self._name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        self._server.listen(self._name)

    def _ask_first(self, patience_ms: int = 0) -> bool:
        """Whether somebody answers; one who has just started may not listen yet."""
        from PySide6.QtNetwork import QLocalSocket

        deadline = QDeadlineTimer(patience_ms)
        socket = QLocalSocket()
        while True:
            socket.connectToServer(self._name)
            if socket.waitForConnected(ANSWER_MS):
                socket.write(RAISE)
                return socket.waitForBytesWritten(ANSWER_MS) and socket.waitForReadyRead(ANSWER_MS)
            if deadline.hasExpired():
                return False
            QThread.msleep(RETRY_MS)

    def _owner_is_alive(self) -> bool:
        """Whether the process that the lock names still runs; foreign locks name none."""
        try:
            pid, host, _name = self._lock.getLockInfo()
        except (TypeError, ValueError):
            return False
        return pid > 0 and host == QSysInfo.machineHostName() and _is_running(pid)

    def _on_connection(self) -> None:
        server = self._server
        socket = server.nextPendingConnection() if server is not None else None
        if socket is None:
            return
        socket.disconnected.connect(socket.deleteLater)
        socket.readyRead.connect(lambda: self._on_request(socket))

    def _on_request(self, socket: QLocalSocket) -> None:
        if bytes(socket.readAll().data()).startswith(RAISE.strip()):
            self.raise_requested.emit()
            socket.write(RAISED)
            socket.flush()


def _is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True
