"""The demo paper: an invented province's newspaper, built through the same doors as a real one."""
