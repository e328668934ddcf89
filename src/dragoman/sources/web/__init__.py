"""Fetching from the web as a good citizen: who we are is told, what is not wanted is not fetched, nobody is hurried."""
