"""What comes in and goes out as a file: case files (YAML, JSON), tables (Excel, CSV), and the days and amounts in them."""
