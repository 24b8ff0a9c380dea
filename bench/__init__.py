"""The benchmarks: one file for each promise about speed, each printing one table. `script/bench` runs them.

`data` makes an invented team, `bare` is what its pages are compared with, `support` does the measuring.
"""
