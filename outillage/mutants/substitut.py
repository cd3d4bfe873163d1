"""The plugin of a process where one module is read elsewhere: MUTANT_SOURCE in the place of MUTANT."""

import os
from importlib.machinery import SourceFileLoader
from pathlib import Path

ORIGINE, SOURCE = os.environ["MUTANT"], Path(os.environ["MUTANT_SOURCE"]).read_text()
_lire = SourceFileLoader.get_code


def get_code(self, fullname):
    if self.path == ORIGINE:
        return compile(SOURCE, ORIGINE, "exec", dont_inherit=True)
    return _lire(self, fullname)


SourceFileLoader.get_code = get_code
