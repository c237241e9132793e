"""All exhibits of the program: poses are loaded when the first picture is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backcare.figure.exhibit import Cast, Exhibit

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from backcare.figure.pose import Pose


class Gallery:
    """Makes exhibits and keeps them, so that every pose is solved once."""

    def __init__(self, load: Callable[[], Mapping[str, Pose]]) -> None:
        """`load` gives every pose by its id; it is called once, and late."""
        self._load = load
        self._poses: Mapping[str, Pose] | None = None
        self._exhibits: dict[Cast, Exhibit] = {}

    def exhibit(self, cast: Cast) -> Exhibit:
        """The movement of an exercise with this cast. Raises KeyError for an unknown pose."""
        if self._poses is None:
            self._poses = self._load()
        found = self._exhibits.get(cast)
        if found is None:
            found = self._exhibits[cast] = Exhibit(self._poses, cast)
        return found
