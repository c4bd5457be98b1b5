"""Policies & law: the rules of each place through time, what they ask, who rests on them, and the national law above."""
