this is plain text
