"""The benchmark ``nox -s messen``: our Word and PDF beside those of other programs.

The program that measures uses the standard library alone and stays small, because the peak memory
of a process counts from that of its parent. All tools, ours too, run in environments of their own.
"""
