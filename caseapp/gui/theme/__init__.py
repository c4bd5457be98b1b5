"""How the window looks: colours and sizes as tokens, the style sheet made from them, icons, meanings, the font."""
