"""The editing desk: a small local server on which editors change pages in the browser."""
