"""What pages and forms are made of: buttons, lines to type in, lists, tables, dialogs. None knows what a case is."""
