"""The nouns: frozen dataclasses that the stages pass on to one another, standard library only."""
