"""A settings portal for tests, run as a program: `portal.py GROUP NAME JSON [JSON]`.

It tells the first value when asked, and a second when it is told "change" on its input.
"""

from __future__ import annotations

import json
import sys

from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, QSocketNotifier, Slot
from PySide6.QtDBus import QDBusAbstractAdaptor, QDBusConnection, QDBusMessage, QDBusVariant

from backcare.services.desktop_motion import INTERFACE, PATH, SERVICE

GROUP, NAME = sys.argv[1:3]
VALUES = [json.loads(text) for text in sys.argv[3:]]
DESCRIPTION = f"""
<interface name="{INTERFACE}">
  <method name="Read">
    <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="v" direction="out"/>
  </method>
</interface>
"""


@ClassInfo(**{"D-Bus Interface": INTERFACE, "D-Bus Introspection": DESCRIPTION})  # type: ignore[arg-type]
class Settings(QDBusAbstractAdaptor):  # type: ignore[operator]
    @Slot(str, str, result=QDBusVariant)
    def Read(self, group: str, name: str) -> QDBusVariant:  # noqa: N802 - the portal's name
        known = (group, name) == (GROUP, NAME)
        return QDBusVariant(QDBusVariant(VALUES[0] if known else "unknown"))


def change() -> None:
    if not sys.stdin.readline():
        application.quit()  # whoever started it is gone
        return
    message = QDBusMessage.createSignal(PATH, INTERFACE, "SettingChanged")
    message.setArguments([GROUP, NAME, QDBusVariant(VALUES[1])])
    QDBusConnection.sessionBus().send(message)


application = QCoreApplication([])
portal = QObject()
settings = Settings(portal)
bus = QDBusConnection.sessionBus()
bus.registerObject(PATH, portal)
bus.registerService(SERVICE)
notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
notifier.activated.connect(change)
sys.stdout.write("ready\n")
sys.stdout.flush()
application.exec()
