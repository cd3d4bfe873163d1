"""Reports: what a template holds, the content that screen, PDF and spreadsheet share, how it is frozen."""
