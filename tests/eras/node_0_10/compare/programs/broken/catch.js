try { a(); }
