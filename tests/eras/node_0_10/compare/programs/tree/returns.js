return 5; unreachable();
