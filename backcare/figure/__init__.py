"""The body: posed by anatomical angles, set on the floor, seen by a camera. Pure, no Qt."""
