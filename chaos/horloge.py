"""python -m chaos.horloge MODULE ARGUMENTS…: runs a module whose clock is DECALAGE seconds ahead of the machine's."""

import os
import runpy
import sys
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import time_machine

PARIS = ZoneInfo("Europe/Paris")
#: Messages leave between 9 h and 19 h: a run begins between these hours, or believes that it is ten.
DE, A, SINON = 9, 17, 10


def main() -> None:
    sys.argv = sys.argv[1:]
    decaler(float(os.environ.get("DECALAGE") or 0))
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)


def decaler(secondes: float) -> None:
    """Move the clock of this process, which goes on ticking."""
    if secondes:
        time_machine.travel(datetime.now(UTC) + timedelta(seconds=secondes), tick=True).start()


def vers_le_jour() -> float:
    """How many seconds from now it is day."""
    local = datetime.now(PARIS)
    if DE <= local.hour < A:
        return 0.0
    return (local.replace(hour=SINON, minute=0) - local).total_seconds()


if __name__ == "__main__":
    main()
