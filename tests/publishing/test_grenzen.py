"""A file that takes too long or too much memory costs nobody else anything."""

from __future__ import annotations

import arbeiten
import pytest

from kompasswerk.publishing.bounds import Bounded, bounded_processes
from kompasswerk.publishing.executors import LostError, carried_out


@pytest.mark.parametrize("work", [arbeiten.sleeps, arbeiten.dies])
def test_a_job_that_breaks_its_bounds_is_lost_alone(work):
    found = dict(carried_out(Bounded(work, 2.0), range(12), bounded_processes(2)))
    assert isinstance(found.pop(3), LostError)
    assert found == {number: number for number in range(12) if number != 3}


def test_a_job_may_not_fill_the_memory():
    done = carried_out(Bounded(arbeiten.fills), range(5), bounded_processes(2))
    assert sorted(result for _, result in done) == [-1, 0, 1, 2, 4]
