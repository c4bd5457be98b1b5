"""The letters of a case: written, read out, issued, handed in, and what each sentence rests on."""
