"""A7: a formula as a name, then every export: a cell of text, with no link."""

from tests.insertion.test_tableur import (  # noqa: F401
    test_an_export_reads_back_as_it_was_written,
    test_no_text_ever_becomes_a_formula,
)
from tests.pilotage.test_textes_hostiles import (  # noqa: F401
    test_a_list_leaves_as_typed_without_formula_nor_link,
    test_the_archive_of_everything_keeps_each_text_and_lets_none_be_a_formula,
)
