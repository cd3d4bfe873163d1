"""What prepares and starts Tremplin on one machine (`make demo`, `make test`). Production uses none of it."""
