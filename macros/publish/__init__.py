"""From built pages to a published site: downloads, marks, PDF, checks, swap. All or nothing leaves the house."""
