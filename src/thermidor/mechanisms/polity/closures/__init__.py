"""Closures: what theories add to the polity, one mechanism a file, without effect at strength nought."""
