"""Effects on the machine (time, signals, one window), each behind a small interface."""
