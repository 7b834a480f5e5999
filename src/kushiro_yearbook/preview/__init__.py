"""The preview: the site in a browser at the desk, made anew with every save."""
