"""A6: bombs of every kind, brought as a document or as an import: refused at once, in French."""

from tests.beneficiaires.test_documents import (  # noqa: F401
    test_a_file_over_ten_megabytes_is_refused,
    test_a_huge_image_is_refused_before_it_is_opened,
    test_a_photo_loses_its_place_and_what_hides_behind_it,
    test_what_could_harm_is_refused_in_french,
)
from tests.insertion.test_tableur import test_what_is_hostile_or_no_table_is_refused_at_once  # noqa: F401
