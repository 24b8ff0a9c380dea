#!/usr/bin/env python3
"""Score a ranking of services for the need -> service matching set.

usage: score.py RUN.jsonl [--split hidden|dev|all] [--cases F] [--catalogue F] [--origin source|constructed]
                [--by theme|origin] [--per-case] [--json]

RUN.jsonl: one JSON object a line, {"case_id": "C001", "ranked": ["S012", ...]}, best first.
Without --split, the hidden cases are scored (dev cases are left out). With --cases dev_cases.jsonl, use --split dev.

NDCG@k      gain 2^grade - 1 (grades 3, 2, 1), discount 1/log2(rank + 1), against the ideal order of the case's judged services.
Recall@10   share of the case's services graded 2 or 3 that stand in the first ten (at most ten counted as needed).
MRR         1 / rank of the first service graded 2 or 3;  MRR-3: of the first graded 3.
violation   share of cases with at least one ineligible service in the first five. A service is ineligible where it is closed or its
            waiting list is closed, does not take the client's borough or postcode district, or takes nobody in the case for age,
            gender or a required (or ruled-out) condition. A fact that the case does not give never makes a service ineligible.
            Shown apart: what is closed or fails on area, age or gender, and what fails on a condition.
access      for housebound clients only: share with, in the first five, a service that they could not reach (neither home visit, phone,
            online nor transport). Not part of the violation rate.
A case that the run leaves out counts 0 for the ranking figures. Unknown service ids and repeats are dropped and counted.
Standard library only.
"""

import argparse
import json
import math
import os
import random
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
WIDE = {"London", "England"}


def load_lines(path):
    with open(path, encoding="utf-8") as f:
        return [json.loads(line) for line in f if line.strip()]


def persons(case):
    cl, tr = case.get("client", {}), case.get("truth", {})
    base = set(tr.get("conditions", []))
    people = [dict(age=cl.get("age"), gender=cl.get("gender"), tags=set(base), child=False)]
    people += [dict(age=a, gender=None, tags=set(base), child=True) for a in tr.get("children_ages", [])]
    people += [
        dict(age=o.get("age"), gender=o.get("gender"), tags=set(o.get("conditions", [])), child=False)
        for o in tr.get("others", [])
    ]
    for p in people:
        p["tags"] |= {f"older{n}" for n in (55, 60) if p["age"] is not None and p["age"] >= n}
    return people


def person_reasons(p, e):
    out = []
    if p["age"] is not None:
        if (e.get("age_min") is not None and p["age"] < e["age_min"]) or (
            e.get("age_max") is not None and p["age"] > e["age_max"]
        ):
            out.append("age")
    want = {"men": "man", "women": "woman"}.get(e.get("gender"))
    if want and p["gender"] and p["gender"] != want:
        out.append("gender")
    need, never = set(e.get("conditions_any") or []), set(e.get("conditions_none") or [])
    if (need and not need & p["tags"]) or never & p["tags"]:
        out.append("condition")
    return out


def ineligible(case, svc):
    """Why a service is out for everybody in the case; an empty list where it is not."""
    e, cl, out = svc["eligibility"], case.get("client", {}), []
    if svc.get("status", "open") != "open":
        out.append("closed or full")
    areas = e.get("areas") or []
    if (cl.get("borough") and not WIDE & set(areas) and cl["borough"] not in areas) or (
        e.get("postcode_districts")
        and cl.get("postcode_district", cl.get("district"))
        and cl.get("postcode_district", cl.get("district")) not in e["postcode_districts"]
    ):
        out.append("area")
    takes_children = e.get("age_of") != "client"
    each = [person_reasons(p, e) for p in persons(case) if takes_children or not p["child"]]
    if all(each):
        out += min(each, key=len)
    return out


def unreachable(case, svc):
    if case.get("client", {}).get("mobility") != "housebound":
        return False
    if {"home_visit", "phone", "online"} & set(svc.get("delivery", [])):
        return False
    return not any("transport" in a for a in svc.get("access_features", []))


def ndcg(grades, ideal, k):
    dcg = lambda gs: sum((2**g - 1) / math.log2(i + 2) for i, g in enumerate(gs[:k]))
    best = dcg(sorted(ideal, reverse=True))
    return dcg(grades) / best if best else 0.0


def score_case(case, ranked, cat):
    rel = {r["id"]: r["grade"] for r in case["relevant"]}
    grades = [rel.get(s, 0) for s in ranked]
    need = [s for s, g in rel.items() if g >= 2]
    first = lambda t: next((1 / (i + 1) for i, g in enumerate(grades) if g >= t), 0.0)
    reasons = [ineligible(case, cat[s]) for s in ranked[:5]]
    return {
        "ndcg10": ndcg(grades, list(rel.values()), 10),
        "ndcg5": ndcg(grades, list(rel.values()), 5),
        "recall10": len(set(need) & set(ranked[:10])) / min(10, len(need)) if need else 0.0,
        "mrr": first(2),
        "mrr3": first(3),
        "viol": float(any(reasons)),
        "nviol": float(sum(map(bool, reasons))),
        "why": [w for r in reasons for w in set(r)],
        "viol_fact": float(any(set(r) - {"condition"} for r in reasons)),
        "viol_cond": float(any("condition" in r for r in reasons)),
        "access": None
        if case.get("client", {}).get("mobility") != "housebound"
        else float(any(unreachable(case, cat[s]) for s in ranked[:5])),
    }


def mean(xs):
    xs = [x for x in xs if x is not None]
    return sum(xs) / len(xs) if xs else float("nan")


def interval(xs, n=2000):
    r = random.Random(1)
    ms = sorted(mean([xs[r.randrange(len(xs))] for _ in xs]) for _ in range(n))
    return ms[int(n * 0.025)], ms[int(n * 0.975) - 1]


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("run")
    ap.add_argument("--cases", default=os.path.join(HERE, "cases.jsonl"))
    ap.add_argument("--catalogue", default=os.path.join(HERE, "catalogue.json"))
    ap.add_argument("--split", choices=["hidden", "dev", "all"], default="hidden")
    ap.add_argument("--origin", choices=["source", "constructed"])
    ap.add_argument("--by", choices=["theme", "origin"])
    ap.add_argument("--per-case", action="store_true")
    ap.add_argument("--json", action="store_true")
    a = ap.parse_args()
    with open(a.catalogue, encoding="utf-8") as f:
        cat = {s["id"]: s for s in json.load(f)}
    cases = [
        c
        for c in load_lines(a.cases)
        if (a.split == "all" or c.get("split") == a.split) and (not a.origin or c["origin"] == a.origin)
    ]
    if not cases:
        sys.exit("no cases to score")
    run, dropped = {}, 0
    for row in load_lines(a.run):
        seen = []
        for s in row["ranked"]:
            if s in cat and s not in seen:
                seen.append(s)
            else:
                dropped += 1
        run[row["case_id"]] = seen
    missing = [c["id"] for c in cases if c["id"] not in run]
    rows = [(c, score_case(c, run.get(c["id"], []), cat)) for c in cases]
    keys = ["ndcg10", "ndcg5", "recall10", "mrr", "mrr3", "viol"]
    tot = {k: mean([r[k] for _, r in rows]) for k in keys + ["viol_fact", "viol_cond", "nviol", "access"]}
    why = {}
    for _, r in rows:
        for w in r["why"]:
            why[w] = why.get(w, 0) + 1
    if a.json:
        print(
            json.dumps(
                {
                    "cases": len(rows),
                    "missing": len(missing),
                    "dropped_ids": dropped,
                    **{k: (None if v != v else round(v, 4)) for k, v in tot.items()},
                    "why": why,
                }
            )
        )
        return
    if a.per_case:
        for c, r in rows:
            print(c["id"], c["theme"], " ".join(f"{k}={r[k]:.3f}" for k in keys), ",".join(r["why"]), sep="\t")
    lo, hi = interval([r["ndcg10"] for _, r in rows])
    print(f"cases {len(rows)} ({a.split})   left out by the run {len(missing)}   ids dropped {dropped}")
    print(
        f"NDCG@10 {tot['ndcg10']:.3f}  (95% {lo:.3f}-{hi:.3f})   NDCG@5 {tot['ndcg5']:.3f}   Recall@10 {tot['recall10']:.3f}   MRR {tot['mrr']:.3f}   MRR-3 {tot['mrr3']:.3f}"
    )
    print(
        f"eligibility violation rate {100 * tot['viol']:.1f}% of cases (closed, area, age or gender {100 * tot['viol_fact']:.1f}%; condition {100 * tot['viol_cond']:.1f}%)   "
        f"ineligible services in a top five {tot['nviol']:.2f}   reasons {why}"
    )
    print(
        f"unreachable for housebound clients {100 * tot['access']:.0f}% of {sum(r['access'] is not None for _, r in rows)} cases"
    )
    if a.by:
        groups = {}
        for c, r in rows:
            groups.setdefault(c[a.by], []).append(r)
        for g, rs in sorted(groups.items(), key=lambda x: -len(x[1])):
            print(
                f"  {g:24s} n={len(rs):3d}  NDCG@10 {mean([r['ndcg10'] for r in rs]):.3f}  Recall@10 {mean([r['recall10'] for r in rs]):.3f}  violation {100 * mean([r['viol'] for r in rs]):.0f}%"
            )


if __name__ == "__main__":
    main()
