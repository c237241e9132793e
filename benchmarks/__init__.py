"""What the program costs, measured beside a reference in the same run (`make bench`)."""
