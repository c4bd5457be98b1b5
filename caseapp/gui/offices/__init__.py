"""The offices of the casebook, and the page of one."""
