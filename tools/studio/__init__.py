"""Chores of the studio that need a browser: pictures for the docs, and measurements."""
