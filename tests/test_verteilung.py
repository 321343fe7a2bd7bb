"""Tests that share something costly run in one process: xdist keeps their group together."""

from __future__ import annotations

import os

import pytest


@pytest.mark.skipif("PYTEST_XDIST_WORKER" not in os.environ, reason="only one process")
@pytest.mark.xdist_group("beisammen")
def test_a_group_is_kept_together(request):
    # Without that name the handbook and the website would be built once in every process.
    assert request.node.nodeid.endswith("@beisammen")
