"""Libraries of numbers are held to one thread while that is still possible."""

import sys

from dragoman import config


def test_numpy_is_held_before_it_is_loaded(monkeypatch):
    monkeypatch.delenv("OPENBLAS_NUM_THREADS", raising=False)
    monkeypatch.delitem(sys.modules, "numpy", raising=False)
    assert config.one_thread()


def test_numpy_is_not_held_once_it_is_loaded(monkeypatch):
    monkeypatch.delenv("OPENBLAS_NUM_THREADS", raising=False)
    monkeypatch.setitem(sys.modules, "numpy", sys)
    assert not config.one_thread()
