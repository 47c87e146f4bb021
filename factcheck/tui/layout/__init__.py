"""What stands where on the screen, as plain data: no Textual here, so all of it is tested without an app."""
