"""A5: images, styles and attachments from elsewhere in a note that becomes a PDF: no socket, nothing attached."""

from tests.insertion.test_pdf import *  # noqa: F403 -- the door to the engine, with HTML as a careless developer writes it
from tests.pilotage.test_textes_hostiles import (  # noqa: F401 -- the same, through documents that people print
    rien_ne_part,
    test_a_batch_prints_notes_as_text_and_fetches_nothing,
    test_a_letter_carries_names_and_words_as_they_are,
)
