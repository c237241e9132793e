"""Painting with Qt what the pure parts describe: shared by screens, print-outs and `draw`."""
