"""python -m chaos.horloge MODULE ARGUMENTS…: runs a module whose clock is DECALAGE seconds ahead of the machine's."""

import os
import runpy
import sys
from datetime import UTC, datetime, timedelta

import time_machine


def main() -> None:
    sys.argv = sys.argv[1:]
    if decalage := float(os.environ.get("DECALAGE") or 0):
        time_machine.travel(datetime.now(UTC) + timedelta(seconds=decalage), tick=True).start()
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
