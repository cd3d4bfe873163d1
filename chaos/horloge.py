"""python -m chaos.horloge MODULE ARGUMENTS…: runs a module whose clock is DECALAGE seconds ahead of the machine's."""

import os
import runpy
import sys
import time
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import time_machine

PARIS = ZoneInfo("Europe/Paris")
#: Messages leave between 9 h and 19 h: a run begins between these hours, or believes that it is the next ten o'clock
#: (of a past one, the files that it writes would be dated after its own clock).
DE, A, SINON = 9, 17, 10


def main() -> None:
    sys.argv = sys.argv[1:]
    decaler(float(os.environ.get("DECALAGE") or 0))
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)


def decaler(secondes: float) -> None:
    """Move the clock of this process, which goes on ticking; what the move took on a busy machine is made up for."""
    if secondes:
        depart, montre = time.time(), time.monotonic()
        voyage = time_machine.travel(depart + secondes, tick=True).start()
        voyage.shift(depart + secondes + time.monotonic() - montre - time.time())


def vers_le_jour() -> float:
    """How many seconds from now it is day."""
    local = datetime.now(PARIS)
    if DE <= local.hour < A:
        return 0.0
    matin = local.replace(hour=SINON, minute=0) + timedelta(days=local.hour >= A)
    return (matin - local).total_seconds()


if __name__ == "__main__":
    main()
