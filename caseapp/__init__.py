"""caseapp: many private refusals of internal migrants, one claim that can be heard."""

__version__ = "0.1.0"
