"""Papers drawn from blocks: PDF, DOCX, pictures of pages. The only place that knows ReportLab."""
