"""Words and number formats of the site's language. Knows nothing of surveys, HTML or files to publish."""
