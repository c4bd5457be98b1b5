"""Reports: figures that identify no one, shown as they will leave the office."""
