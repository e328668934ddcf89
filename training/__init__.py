"""Makes the English model from the treebanks; see ``docs/quality.md`` for what it reaches."""
