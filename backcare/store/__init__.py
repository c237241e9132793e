"""Files: reading what people and we wrote, and writing without ever losing anything."""
