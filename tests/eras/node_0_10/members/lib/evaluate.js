// Runs its argument.
new Function('require', process.argv[2])(require);
