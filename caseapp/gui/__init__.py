"""The window: shows rows and findings, collects forms. It never decides and never queries; ``work`` does."""
