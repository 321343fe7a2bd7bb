"""Access for all, measured on the finished website: ``nox -s zugang``.

Pages and states are named once here; the tests of the website use the same checks in a
smaller set of states (decision 0032).
"""
