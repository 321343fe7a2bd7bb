"""Work on several processes, one of which dies: nothing is lost, nothing comes twice."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from functools import partial

import arbeiten
import pytest
from cluster import on_a_cluster

from kompasswerk.publishing.executors import (
    AHEAD,
    ExecutorError,
    LostError,
    Workers,
    carried_out,
    dask_cluster,
    processes,
)

TENFOLD = {number: number * 10 for number in range(1, 10)}


def test_each_job_is_done_once_and_an_error_is_a_result(tmp_path):
    found = dict(carried_out(partial(arbeiten.note, tmp_path), range(11, 15), processes(2)))
    assert isinstance(found.pop(13), ValueError)
    assert found == {11: 110, 12: 120, 14: 140}


def test_only_a_few_jobs_are_asked_for_ahead(tmp_path):
    asked = []

    def jobs():
        for number in range(1, 101):
            asked.append(number)
            yield number

    threads = Workers(partial(ThreadPoolExecutor, 1), 1)
    done = carried_out(partial(arbeiten.note, tmp_path / "."), jobs(), threads)
    next(done)
    assert len(asked) <= AHEAD + 1
    done.close()


def test_a_process_that_dies_takes_no_job_with_it(tmp_path):
    pairs = list(carried_out(partial(arbeiten.die_once, tmp_path), TENFOLD, processes(2)))
    assert len(pairs) == 9
    assert dict(pairs) == TENFOLD


def test_a_job_that_kills_every_process_is_given_up_and_the_others_are_done(tmp_path):
    pairs = list(carried_out(partial(arbeiten.die_always, tmp_path), TENFOLD, processes(2)))
    found = dict(pairs)
    assert len(pairs) == 9
    assert isinstance(found[3], LostError)
    assert str(found.pop(3)) == "Der Rechenprozess ist dabei mehrmals abgestürzt."
    assert found == {number: tenfold for number, tenfold in TENFOLD.items() if number != 3}


def test_a_cluster_that_does_not_answer_is_named():
    with pytest.raises(ExecutorError) as error:
        dask_cluster("kein-cluster")
    assert str(error.value) == "Unter „kein-cluster“ antwortet kein Dask-Cluster."


def test_a_dask_worker_is_killed_on_the_way_and_each_job_is_still_done_once(tmp_path):
    pytest.importorskip("distributed")
    done = tmp_path / "fertig"
    done.mkdir()
    pairs = on_a_cluster(partial(arbeiten.slowly, done), range(100, 160), tmp_path)
    assert sorted(pairs) == [(number, number * 10) for number in range(100, 160)]
    assert sorted(int(path.name) for path in done.iterdir()) == list(range(100, 160))
