"""`make mutants`: change the code of what protects people, one small fault at a time; a test must fail each time.

`generation.py` makes the mutants, `boucle.py` (a plugin of pytest) tries them, in functions that run already
(`vivant.py`) or in a process of its own (`substitut.py`); `__main__.py` starts the servers. Which tests answer
for which module is in pyproject.toml (`[tool.mutants]`), what survived and why in docs/mutants.md.
"""
