"""Trains the recogniser of names: ``python -m training.names``."""

from __future__ import annotations

import random
import re
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from dragoman import ontology
from dragoman.reading.casing import Casing
from dragoman.reading import recogniser as rec
from dragoman.reading.name_features import Told, features, runs
from training import name_corpora as corpora

LABELS = rec.LABELS
NUM = {l: n for n, l in enumerate(LABELS)}
NEG = -1e9


@dataclass(slots=True)
class Run:
    doc: int
    sent: int
    spans: list[tuple[int, int]]  # chars
    feats: list[list[str]]
    gold: list[int]


def allowed() -> np.ndarray:
    t = np.zeros((8, 7))  # row 7: before the run
    for i, a in enumerate((*LABELS, "O")):
        for j, b in enumerate(LABELS):
            if b.startswith("I-") and a[2:] != b[2:]:
                t[i, j] = NEG
    return t


def prepared(docs, *, actors, casing, lists, source):
    out = []
    golds = []
    for d, doc in enumerate(docs):
        lines, spanss = [], []
        for s in doc:
            spans = rec.spans_of(s.text)
            spanss.append(spans)
            lines.append(rec.seen(s.text, spans, actors=actors, casing=casing, lists=lists))
        told = Told.of(lines)
        for n, (s, line, spans) in enumerate(zip(doc, lines, spanss)):
            tags = projected(spans, s.names)
            golds.append((d, n, {m for m in s.names}))
            for a, b in runs(line):
                fs = features(line, (a, b), told)
                out.append(Run(d, n, spans[a:b], fs, tags[a:b]))
    return out, golds


def projected(spans, names):
    tags = [0] * len(spans)
    for a, b, kind in names:
        inside = [n for n, (s, e) in enumerate(spans) if s < b and e > a]
        for k, n in enumerate(inside):
            tags[n] = NUM[("B-" if k == 0 else "I-") + kind]
    # runs: an I that lost its B
    return tags


class Model:
    def __init__(self, vocab, rows=None):
        self.vocab = vocab
        self.W = np.zeros((len(vocab) + 1, 7), dtype=np.float64)
        self.T = np.zeros((8, 7))
        self.mask = allowed()

    def ids(self, run):
        return [[self.vocab.get(f, 0) for f in fs if f] for fs in run.feats]


def batches(runs_, ids, size, rng):
    by = {}
    for n, r in enumerate(runs_):
        by.setdefault(len(r.gold), []).append(n)
    out = []
    for L, ns in by.items():
        rng.shuffle(ns)
        k = max(1, size // L)
        out += [ns[i : i + k] for i in range(0, len(ns), k)]
    rng.shuffle(out)
    return out


def lse(a, axis):
    m = a.max(axis=axis, keepdims=True)
    return (m + np.log(np.exp(a - m).sum(axis=axis, keepdims=True))).squeeze(axis)


def train(train_runs, *, weights=None, epochs=12, l1=1e-6, l2=0.0, rate=0.2, cutoff=2, drop=0.2, seed=1, dev=None, log=True, size=64):
    rng = random.Random(seed)
    nrng = np.random.default_rng(seed)
    counts = Counter(f for r in train_runs for fs in r.feats for f in set(fs) if f)
    vocab = {f: n + 1 for n, f in enumerate(sorted(f for f, c in counts.items() if c >= cutoff))}
    model = Model(vocab)
    F = max(len(fs) for r in train_runs for fs in r.feats)
    def padded(r):
        m = np.zeros((len(r.gold), F), dtype=np.int64)
        for i, fs in enumerate(r.feats):
            for j, f in enumerate(fs):
                m[i, j] = vocab.get(f, 0)
        return m
    ids = [padded(r) for r in train_runs]
    golds = [np.array(r.gold) for r in train_runs]
    for g in golds:  # runs may begin inside a name that the gate cut
        for i in range(len(g)):
            lab = LABELS[g[i]]
            if lab[0] == "I" and (i == 0 or LABELS[g[i - 1]][2:] != lab[2:]):
                g[i] = NUM["B-" + lab[2:]]
    W, T, mask = model.W, model.T, model.mask
    GW, GT = np.full_like(W, 1e-8), np.full_like(T, 1e-8)
    avgW, avgT, seen = np.zeros_like(W), np.zeros_like(T), 0
    # word-identity columns that may be dropped
    wt = weights or [1.0] * len(train_runs)
    t0 = time.time()
    for epoch in range(epochs):
        loss = 0.0
        for ns in batches(train_runs, ids, size, rng):
            X = np.stack([ids[n] for n in ns])  # B,L,F
            Y = np.stack([golds[n] for n in ns])
            if drop:
                X = X * (nrng.random(X.shape) >= drop)
            B, L, _ = X.shape
            w = np.array([wt[n] for n in ns])
            E = W[X].sum(2)  # B,L,7   (row 0 is zero)
            TT = T + mask
            al = np.empty((B, L, 7)); be = np.zeros((B, L, 7))
            al[:, 0] = E[:, 0] + TT[7]
            for i in range(1, L):
                al[:, i] = E[:, i] + lse(al[:, i - 1][:, :, None] + TT[None, :7], 1)
            for i in range(L - 2, -1, -1):
                be[:, i] = lse(TT[None, :7] + (E[:, i + 1] + be[:, i + 1])[:, None, :], 2)
            Z = lse(al[:, -1], 1)
            P = np.exp(al + be - Z[:, None, None])
            G = P.copy()
            bi = np.arange(B)
            gt = np.zeros_like(T)
            for i in range(L):
                G[bi, i, Y[:, i]] -= 1
            G *= w[:, None, None]
            gt[7] += (G[:, 0]).sum(0)
            for i in range(1, L):
                pp = np.exp(al[:, i - 1][:, :, None] + TT[None, :7] + (E[:, i] + be[:, i])[:, None, :] - Z[:, None, None])
                pp[bi, Y[:, i - 1], Y[:, i]] -= 1
                gt[:7] += (pp * w[:, None, None]).sum(0)
            # update
            flat = X.reshape(B * L, -1)
            u, inv = np.unique(flat, return_inverse=True)
            g = np.zeros((len(u), 7))
            np.add.at(g, inv.reshape(flat.shape).reshape(-1), np.repeat(G.reshape(B * L, 7), flat.shape[1], axis=0))
            if u[0] == 0:
                u, g = u[1:], g[1:]
            g += l2 * W[u]
            GW[u] += g * g
            step = rate / np.sqrt(GW[u])
            new = W[u] - step * g
            W[u] = np.sign(new) * np.maximum(np.abs(new) - step * l1, 0)
            GT += gt * gt
            T -= rate / np.sqrt(GT) * gt
            T[mask < 0] = 0
        if epoch >= epochs // 2:
            avgW += W; avgT += T; seen += 1
        if log and dev and (epoch % 4 == 3 or epoch == epochs - 1):
            m = Model(vocab); m.W = avgW / seen if seen else W; m.T = avgT / seen if seen else T
            print(epoch, f"{time.time()-t0:.0f}s", len(vocab), {k: scored(m, *v)[0] for k, v in dev.items()}, flush=True)
    model.W, model.T = avgW / seen, avgT / seen
    return model


def decode(model, run):
    E = np.array([model.W[[model.vocab.get(f, 0) for f in fs if f]].sum(0) for fs in run.feats])
    TT = model.T + model.mask
    s = E[0] + TT[7]
    back = []
    for e in E[1:]:
        m = s[:, None] + TT[:7]
        back.append(m.argmax(0)); s = m.max(0) + e
    y = [int(s.argmax())]
    for b in reversed(back):
        y.append(int(b[y[-1]]))
    return y[::-1]


def names_in(run, labels):
    out, cur = [], None
    for (a, b), l in zip(run.spans, labels):
        lab = LABELS[l]
        if lab[0] == "B":
            cur = [a, b, lab[2:]]; out.append(cur)
        elif lab[0] == "I":
            cur[1] = b
        else:
            cur = None
    return [tuple(c) for c in out]


def scored(model, runs_, golds):
    pred = set()
    for r in runs_:
        pred |= {(r.doc, r.sent, *n) for n in names_in(r, decode(model, r))}
    gold = {(d, n, *m) for d, n, ms in golds for m in ms}
    def f(p, g):
        tp = len(p & g)
        return round(200 * tp / max(1, len(p) + len(g)), 1)
    per = {k: f({x for x in pred if x[4] == k}, {x for x in gold if x[4] == k}) for k in ("PER", "LOC", "ORG")}
    bound = f({x[:4] for x in pred}, {x[:4] for x in gold})
    return (f(pred, gold), per, bound), pred, gold


def world():
    return dict(actors=ontology.load().actors, casing=Casing.load(rec.MODELS / "en" / "words.txt"), lists=rec.lists())
