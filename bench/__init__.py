"""Measures Dragoman on public sets; each script prints how to find its data."""
