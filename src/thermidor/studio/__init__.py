"""The studio: the laboratory as pages in a browser, served on this machine alone."""
