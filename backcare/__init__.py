"""backcare guides a person with a sore back through a timed exercise session."""

__version__ = "0.1.0"
