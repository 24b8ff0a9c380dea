from argparse import ArgumentParser
from dataclasses import dataclass


@dataclass(frozen=True)
class Options:
    people: int
    known: int
    services: int
    contacts: int
    claims: int
    minutes: float
    rounds: int
    seconds: float
    national: bool
    go_on: bool
    names: list[str]


def read_options(known: list[str]) -> Options:
    parser = ArgumentParser("script/bench", description="Measure what Linkworks promises about speed.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"what to measure: {', '.join(known)} (default: all)")
    parser.add_argument("--people", type=int, default=20_000, help="how many people there are (default: 20000)")
    parser.add_argument("--known", type=int, default=20_000, help="how many people are known (default: 20000)")
    parser.add_argument("--services", type=int, default=100_000, help="how many services there are (default: 100000)")
    parser.add_argument("--contacts", type=int, default=100_000, help="how many are there to ring (default: 100000)")
    parser.add_argument("--claims", type=int, default=1_000_000, help="how many claims are made (default: 1000000)")
    parser.add_argument("--minutes", type=float, default=10, help="how long processes are killed (default: 10)")
    parser.add_argument("--rounds", type=int, default=5, help="how often each figure is taken (default: 5)")
    parser.add_argument("--seconds", type=float, default=15, help="how long each round lasts (default: 15)")
    parser.add_argument("--national", action="store_true", help="also take in a list of 2.2 million people")
    parser.add_argument("--go-on", action="store_true", help="count the rounds of earlier runs too (call_million)")
    given = parser.parse_args()
    if unknown := set(given.names) - set(known):
        parser.error(f"there is no {', '.join(sorted(unknown))}")
    return Options(**vars(given) | {"names": given.names or known})
