"""The tasks of ``bench/predict.py``, a module each.

``events-pair`` is the module ``events_pair``. It defines ``predict(source: Path)``, which yields the lines of the
prediction: text, or an object that is written as JSON. It may define ``predict_raw`` of the same shape for ``--raw``.
"""
