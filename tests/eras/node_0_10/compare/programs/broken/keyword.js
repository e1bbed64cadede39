var var = 1;
