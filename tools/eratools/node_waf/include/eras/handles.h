// Handles: what refers to a value. Each counts as a reference of its own, so that a value lives as long as any
// handle of it, whatever scopes there are.
#ifndef ERAS_HANDLES_H_
#define ERAS_HANDLES_H_

#include <eras/python.h>

namespace v8 {

template <class T>
class Handle {
 public:
  Handle() : object_(0) {}
  Handle(const Handle& that) : object_(that.object_) { Py_IncRef(object_); }

  // Only for an `S` that is a `T`.
  template <class S>
  Handle(const Handle<S>& that) : object_(that.Raw()) {
    T* is_a = static_cast<S*>(0);
    (void)is_a;
    Py_IncRef(object_);
  }

  Handle& operator=(const Handle& that) {
    PyObject* before = object_;
    Py_IncRef(that.object_);
    object_ = that.object_;
    Py_DecRef(before);
    return *this;
  }

  ~Handle() {
    // One that is static outlives Python.
    if (object_ && Py_IsInitialized()) Py_DecRef(object_);
  }

  bool IsEmpty() const { return object_ == 0; }
  void Clear() { *this = Handle(); }

  T* operator->() const { return reinterpret_cast<T*>(Get()); }
  T* operator*() const { return reinterpret_cast<T*>(Get()); }

  template <class S>
  bool operator==(const Handle<S>& that) const { return object_ == that.Raw(); }
  template <class S>
  bool operator!=(const Handle<S>& that) const { return object_ != that.Raw(); }

  template <class S>
  static Handle<T> Cast(const Handle<S>& that) {
    Handle<T> handle;
    handle.object_ = that.Raw();
    Py_IncRef(handle.object_);
    return handle;
  }

  PyObject* Raw() const { return object_; }

  // An empty handle counts as undefined wherever a value is needed.
  PyObject* Get() const { return object_ ? object_ : eras::None(); }

 protected:
  PyObject* object_;
};

template <class T>
class Local : public Handle<T> {
 public:
  Local() {}
  template <class S>
  Local(const Local<S>& that) : Handle<T>(that) {}

  static Local<T> New(const Handle<T>& that) { return Cast(that); }

  template <class S>
  static Local<T> Cast(const Handle<S>& that) {
    Py_IncRef(that.Raw());
    return Own(that.Raw());
  }

  // Takes over the caller's reference.
  static Local<T> Own(PyObject* object) {
    Local<T> handle;
    handle.object_ = object;
    return handle;
  }
};

// Holds its value until `Dispose`, not until it goes out of scope.
template <class T>
class Persistent : public Handle<T> {
 public:
  Persistent() {}
  Persistent(const Persistent& that) : Handle<T>() { this->object_ = that.object_; }
  template <class S>
  Persistent(const Persistent<S>& that) : Handle<T>() {
    T* is_a = static_cast<S*>(0);
    (void)is_a;
    this->object_ = that.Raw();
  }
  Persistent& operator=(const Persistent& that) {
    this->object_ = that.object_;
    return *this;
  }
  ~Persistent() { this->object_ = 0; }

  static Persistent<T> New(const Handle<T>& that) {
    Persistent<T> handle;
    handle.object_ = that.Raw();
    Py_IncRef(handle.object_);
    return handle;
  }

  void Dispose() {
    Py_DecRef(this->object_);
    this->object_ = 0;
  }

  void Clear() { this->object_ = 0; }
};

class HandleScope {
 public:
  HandleScope() {}

  template <class T>
  Local<T> Close(const Handle<T>& value) { return Local<T>::New(value); }

 private:
  HandleScope(const HandleScope&);
  HandleScope& operator=(const HandleScope&);
};

}  // namespace v8

#endif
