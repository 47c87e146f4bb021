"""Who is a voice of its own: copied text, the origin behind a claim, articles that speak as one."""
