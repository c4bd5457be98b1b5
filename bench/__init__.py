"""Speed, shown as ratios against a named floor measured in the same run. `make bench` prints one JSON document."""
