"""Ways to look at a record; each is a pure function over it."""
