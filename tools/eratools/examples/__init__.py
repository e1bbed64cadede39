"""`eras examples`: runs the examples of a document and checks what they do."""
