"""Qt widgets: passive; they show what they are given and signal what the person wishes."""
