"""The book as plain data: what Word and PDF are made from."""
