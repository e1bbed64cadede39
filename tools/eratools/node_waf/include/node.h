// What addons of Node 0.1 took from Node's own header.
#ifndef NODE_H_
#define NODE_H_

#include <v8.h>

#define NODE_SET_METHOD(object, name, callback) \
  (object)->Set(v8::String::NewSymbol(name), v8::FunctionTemplate::New(callback)->GetFunction())

#define NODE_DEFINE_CONSTANT(target, constant) \
  (target)->Set(v8::String::NewSymbol(#constant), v8::Integer::New(constant))

#endif
