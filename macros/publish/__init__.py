"""From built pages to a published site: downloads, marks, PDF, checks, and the swap. All or nothing leaves the house."""
