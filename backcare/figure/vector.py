"""Vectors and rotations in space, as plain tuples: x ahead, y to the left, z up; metres."""

from __future__ import annotations

from math import acos, cos, hypot, pi, radians, sin, sqrt

Vector = tuple[float, float, float]
Matrix = tuple[Vector, Vector, Vector]
"""A rotation as its three rows; its columns are the turned x, y and z axes."""

ORIGIN: Vector = (0.0, 0.0, 0.0)
UP: Vector = (0.0, 0.0, 1.0)
IDENTITY: Matrix = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))

_TINY = 1e-9
_ALIGNED = 1e-6
_HALF_TURN = 1e-4


def add(a: Vector, b: Vector) -> Vector:
    """The sum of two vectors."""
    return (a[0] + b[0], a[1] + b[1], a[2] + b[2])


def subtract(a: Vector, b: Vector) -> Vector:
    """The way from `b` to `a`."""
    return (a[0] - b[0], a[1] - b[1], a[2] - b[2])


def scaled(a: Vector, factor: float) -> Vector:
    """`a`, `factor` times as long."""
    return (a[0] * factor, a[1] * factor, a[2] * factor)


def dot(a: Vector, b: Vector) -> float:
    """The scalar product."""
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def cross(a: Vector, b: Vector) -> Vector:
    """The vector product: square to both."""
    return (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])


def length(a: Vector) -> float:
    """How long the vector is."""
    return hypot(*a)


def unit(a: Vector, otherwise: Vector = UP) -> Vector:
    """The direction of `a`; `otherwise` for a vector without one."""
    size = length(a)
    return scaled(a, 1.0 / size) if size > _TINY else otherwise


def mixed(a: Vector, b: Vector, share: float) -> Vector:
    """The point `share` of the way from `a` (0) to `b` (1)."""
    return (
        a[0] + (b[0] - a[0]) * share,
        a[1] + (b[1] - a[1]) * share,
        a[2] + (b[2] - a[2]) * share,
    )


def square_to(a: Vector, axis: Vector, otherwise: Vector) -> Vector:
    """The direction of what is left of `a` when its part along the unit `axis` is taken away."""
    rest = subtract(a, scaled(axis, dot(a, axis)))
    if length(rest) > _ALIGNED:
        return unit(rest)
    return unit(subtract(otherwise, scaled(axis, dot(otherwise, axis))), (1.0, 0.0, 0.0))


def apply(matrix: Matrix, a: Vector) -> Vector:
    """`a` turned by `matrix`."""
    x, y, z = matrix
    return (
        x[0] * a[0] + x[1] * a[1] + x[2] * a[2],
        y[0] * a[0] + y[1] * a[1] + y[2] * a[2],
        z[0] * a[0] + z[1] * a[1] + z[2] * a[2],
    )


def unapply(matrix: Matrix, a: Vector) -> Vector:
    """`a` turned back: a direction of the world in the frame of `matrix`."""
    x, y, z = matrix
    return (
        x[0] * a[0] + y[0] * a[1] + z[0] * a[2],
        x[1] * a[0] + y[1] * a[1] + z[1] * a[2],
        x[2] * a[0] + y[2] * a[1] + z[2] * a[2],
    )


def multiply(a: Matrix, b: Matrix) -> Matrix:
    """First `b`, then `a`."""
    (a00, a01, a02), (a10, a11, a12), (a20, a21, a22) = a
    (b00, b01, b02), (b10, b11, b12), (b20, b21, b22) = b
    return (
        (
            a00 * b00 + a01 * b10 + a02 * b20,
            a00 * b01 + a01 * b11 + a02 * b21,
            a00 * b02 + a01 * b12 + a02 * b22,
        ),
        (
            a10 * b00 + a11 * b10 + a12 * b20,
            a10 * b01 + a11 * b11 + a12 * b21,
            a10 * b02 + a11 * b12 + a12 * b22,
        ),
        (
            a20 * b00 + a21 * b10 + a22 * b20,
            a20 * b01 + a21 * b11 + a22 * b21,
            a20 * b02 + a21 * b12 + a22 * b22,
        ),
    )


def transposed(a: Matrix) -> Matrix:
    """The rotation back."""
    return (
        (a[0][0], a[1][0], a[2][0]),
        (a[0][1], a[1][1], a[2][1]),
        (a[0][2], a[1][2], a[2][2]),
    )


def from_axes(x: Vector, y: Vector, z: Vector) -> Matrix:
    """The rotation that turns the three axes into these, which are square to each other."""
    return ((x[0], y[0], z[0]), (x[1], y[1], z[1]), (x[2], y[2], z[2]))


def axis_of(matrix: Matrix, column: int) -> Vector:
    """Where `matrix` turns the x (0), y (1) or z (2) axis."""
    return (matrix[0][column], matrix[1][column], matrix[2][column])


def about_x(degrees: float) -> Matrix:
    """A turn about the x axis, by the right hand."""
    c, s = cos(radians(degrees)), sin(radians(degrees))
    return ((1.0, 0.0, 0.0), (0.0, c, -s), (0.0, s, c))


def about_y(degrees: float) -> Matrix:
    """A turn about the y axis, by the right hand: up goes ahead."""
    c, s = cos(radians(degrees)), sin(radians(degrees))
    return ((c, 0.0, s), (0.0, 1.0, 0.0), (-s, 0.0, c))


def about_z(degrees: float) -> Matrix:
    """A turn about the z axis, by the right hand: ahead goes left."""
    c, s = cos(radians(degrees)), sin(radians(degrees))
    return ((c, -s, 0.0), (s, c, 0.0), (0.0, 0.0, 1.0))


def about(axis: Vector, angle: float) -> Matrix:
    """A turn of `angle` radians about the unit vector `axis`, by the right hand."""
    x, y, z = axis
    c, s = cos(angle), sin(angle)
    d = 1.0 - c
    return (
        (c + x * x * d, x * y * d - z * s, x * z * d + y * s),
        (y * x * d + z * s, c + y * y * d, y * z * d - x * s),
        (z * x * d - y * s, z * y * d + x * s, c + z * z * d),
    )


def blended(a: Matrix, b: Matrix, share: float) -> Matrix:
    """The rotation `share` of the way from `a` (0) to `b` (1), by the shortest turn."""
    if share <= 0.0 or a == b:
        return a
    if share >= 1.0:
        return b
    turn = multiply(b, transposed(a))
    cosine = max(-1.0, min(1.0, (turn[0][0] + turn[1][1] + turn[2][2] - 1.0) / 2.0))
    angle = acos(cosine)
    if angle < _TINY:
        return a
    if pi - angle < _HALF_TURN:
        # Half a turn: the axis stands in the symmetric part of the matrix.
        squares = [max(0.0, (turn[i][i] + 1.0) / 2.0) for i in range(3)]
        major = squares.index(max(squares))
        root = sqrt(squares[major])
        column = [(turn[i][major] + turn[major][i]) / (4.0 * root) for i in range(3)]
        column[major] = root
        axis = unit((column[0], column[1], column[2]))
    else:
        axis = unit(
            (turn[2][1] - turn[1][2], turn[0][2] - turn[2][0], turn[1][0] - turn[0][1]),
        )
    return multiply(about(axis, angle * share), a)
