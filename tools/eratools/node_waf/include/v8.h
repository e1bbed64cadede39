// The names of V8's header of 2009 that addons of Node 0.1 are written with, over Python's values: an object that
// the addon makes is a dict, an array a list, undefined and null are None. Python's lock is held whenever the addon
// runs, as V8's was.
#ifndef V8_H_
#define V8_H_

#include <eras/functions.h>

// Tells an addon that was built against this header from any other library.
extern "C" __attribute__((used, visibility("default"))) inline int eras_addon() { return 1; }

#endif
