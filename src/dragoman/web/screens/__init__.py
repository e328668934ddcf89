"""The screens, a module each: an address, what it takes, and the page it gives."""
