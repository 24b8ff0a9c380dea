"""How much processor time a process and everything that came from it have used."""

import psutil


def cpu_seconds(*pids: int) -> float:
    """Of these processes, their children and theirs, those that have already ended too."""
    return sum(_of_tree(psutil.Process(pid)) for pid in pids)


def _of_tree(root: psutil.Process) -> float:
    return sum(_of_one(process) for process in (root, *root.children(recursive=True)))


def _of_one(process: psutil.Process) -> float:
    try:
        times = process.cpu_times()
    except psutil.NoSuchProcess:  # its parent has counted it by now
        return 0.0
    return times.user + times.system + times.children_user + times.children_system
