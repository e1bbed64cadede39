// Functions: those of the addon that JavaScript and Python call, and theirs that the addon calls. And errors.
#ifndef ERAS_FUNCTIONS_H_
#define ERAS_FUNCTIONS_H_

#include <eras/values.h>

namespace v8 {

class Function;

class Arguments {
 public:
  Arguments(PyObject* args, Handle<Value> data) : args_(args), data_(data) {}

  int Length() const { return static_cast<int>(PyTuple_Size(args_)); }

  // One that was not given is undefined.
  Local<Value> operator[](int index) const {
    PyObject* found = index >= 0 && index < Length() ? PyTuple_GetItem(args_, index) : eras::None();
    Py_IncRef(found);
    return Local<Value>::Own(found);
  }

  Local<Object> This() const { return Local<Object>::Cast(Undefined()); }
  Local<Object> Holder() const { return This(); }
  bool IsConstructCall() const { return false; }
  Local<Value> Data() const { return Local<Value>::New(data_); }

 private:
  PyObject* args_;
  Handle<Value> data_;
};

typedef Handle<Value> (*InvocationCallback)(const Arguments& args);

class Function : public Object {
 public:
  // A receiver is what a function of JavaScript has as `this`. Empty when the function threw.
  Local<Value> Call(Handle<Object> receiver, int argc, Handle<Value> argv[]) {
    Local<Value> args = Local<Value>::Own(PyTuple_New(argc));
    for (int at = 0; at < argc; at++) {
      Py_IncRef(argv[at].Get());
      PyTuple_SetItem(args.Raw(), at, argv[at].Get());
    }
    return Local<Value>::Own(eras::Ask("call", Self(), receiver.Get(), args.Raw()));
  }
  static Function* Cast(v8::Value* value) { return static_cast<Function*>(value); }
};

class FunctionTemplate {
 public:
  static Local<FunctionTemplate> New(InvocationCallback callback = 0,
                                     Handle<v8::Value> data = Handle<v8::Value>()) {
    Record* record = new Record(callback, data);
    return Local<FunctionTemplate>::Own(PyCapsule_New(record, Name(), Release));
  }

  Local<Function> GetFunction() {
    PyObject* self = reinterpret_cast<PyObject*>(this);
    Record* record = Of(self);
    return Local<Function>::Own(record ? PyCFunction_NewEx(&record->definition, self, 0) : 0);
  }

 private:
  struct Record {
    Record(InvocationCallback callback, Handle<Value> data) : callback(callback), data(data) {
      definition.ml_name = "anonymous";
      definition.ml_meth = Invoke;
      definition.ml_flags = 1;  // METH_VARARGS
      definition.ml_doc = 0;
    }
    PyMethodDef definition;
    InvocationCallback callback;
    Handle<Value> data;
  };

  static const char* Name() { return "v8::FunctionTemplate"; }
  static Record* Of(PyObject* capsule) { return static_cast<Record*>(PyCapsule_GetPointer(capsule, Name())); }
  static void Release(PyObject* capsule) { delete Of(capsule); }

  static PyObject* Invoke(PyObject* capsule, PyObject* args) {
    Record* record = Of(capsule);
    if (record == 0) return 0;
    Handle<Value> result;
    if (record->callback) result = record->callback(Arguments(args, record->data));
    if (PyErr_Occurred()) return 0;
    Py_IncRef(result.Get());
    return result.Get();
  }
};

// The error is thrown when the function that the addon is in returns.
inline Handle<Value> ThrowException(Handle<Value> exception) {
  eras::Ask("throw", exception.Get());
  return Undefined();
}

class Exception {
 public:
  static Local<Value> Error(Handle<String> message) { return Make("Error", message); }
  static Local<Value> RangeError(Handle<String> message) { return Make("RangeError", message); }
  static Local<Value> ReferenceError(Handle<String> message) { return Make("ReferenceError", message); }
  static Local<Value> SyntaxError(Handle<String> message) { return Make("SyntaxError", message); }
  static Local<Value> TypeError(Handle<String> message) { return Make("TypeError", message); }

 private:
  static Local<Value> Make(const char* kind, Handle<String> message) {
    return Local<Value>::Own(eras::Ask("make_error", String::New(kind).Get(), message.Get()));
  }
};

// Keeps what is thrown while it exists from whoever called the addon.
class TryCatch {
 public:
  TryCatch() : thrown_again_(false) {}
  ~TryCatch() { if (!thrown_again_) Look(); }

  bool HasCaught() { Look(); return !exception_.IsEmpty(); }
  Local<Value> Exception() { Look(); return Local<Value>::New(exception_); }
  void Reset() { Look(); exception_.Clear(); }
  Handle<Value> ReThrow() {
    Look();
    thrown_again_ = true;
    return ThrowException(exception_);
  }

 private:
  void Look() {
    if (thrown_again_ || !PyErr_Occurred()) return;
    PyObject *type, *value, *traceback;
    PyErr_Fetch(&type, &value, &traceback);
    PyErr_NormalizeException(&type, &value, &traceback);
    exception_ = Local<Value>::Own(eras::Ask("caught", value));
    Py_DecRef(type);
    Py_DecRef(value);
    Py_DecRef(traceback);
  }

  Handle<Value> exception_;
  bool thrown_again_;
};

class Context {
 public:
  static Local<Context> GetCurrent() { return Local<Context>::Own(0); }

  // As the receiver of a call: whatever a function has as `this` when it is called without one.
  Local<Object> Global() { return Local<Object>::Cast(Undefined()); }
};

}  // namespace v8

#endif
