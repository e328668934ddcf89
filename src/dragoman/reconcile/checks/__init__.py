"""One file for each check; its docstring is what a user reads beside the finding."""
