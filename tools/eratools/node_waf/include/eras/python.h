// The few functions of Python that v8.h stands on. They are declared here, not in Python.h, so that nobody needs
// Python's development files to build an addon. All are of the stable API: an addon fits every later version.
#ifndef ERAS_PYTHON_H_
#define ERAS_PYTHON_H_

#include <stddef.h>
#include <stdint.h>

extern "C" {

typedef struct _object PyObject;
typedef ptrdiff_t Py_ssize_t;
typedef PyObject* (*PyCFunction)(PyObject*, PyObject*);
typedef void (*PyCapsule_Destructor)(PyObject*);

struct PyMethodDef {
  const char* ml_name;
  PyCFunction ml_meth;
  int ml_flags;
  const char* ml_doc;
};

extern PyObject _Py_NoneStruct;

int Py_IsInitialized(void);
void Py_IncRef(PyObject*);
void Py_DecRef(PyObject*);

PyObject* PyErr_Occurred(void);
void PyErr_Fetch(PyObject** type, PyObject** value, PyObject** traceback);
void PyErr_Restore(PyObject* type, PyObject* value, PyObject* traceback);
void PyErr_NormalizeException(PyObject** type, PyObject** value, PyObject** traceback);

PyObject* PyImport_ImportModule(const char* name);
PyObject* PyObject_GetAttrString(PyObject*, const char* name);
PyObject* PyObject_CallFunctionObjArgs(PyObject* function, ...);
int PyObject_IsTrue(PyObject*);

PyObject* PyBool_FromLong(long);
PyObject* PyLong_FromLongLong(long long);
long long PyLong_AsLongLong(PyObject*);
PyObject* PyFloat_FromDouble(double);
double PyFloat_AsDouble(PyObject*);

PyObject* PyUnicode_DecodeUTF8(const char*, Py_ssize_t size, const char* errors);
PyObject* PyUnicode_DecodeUTF16(const char*, Py_ssize_t size, const char* errors, int* byte_order);
PyObject* PyUnicode_AsEncodedString(PyObject*, const char* encoding, const char* errors);
int PyBytes_AsStringAndSize(PyObject*, char** data, Py_ssize_t* size);

PyObject* PyDict_New(void);
PyObject* PyTuple_New(Py_ssize_t size);
Py_ssize_t PyTuple_Size(PyObject*);
PyObject* PyTuple_GetItem(PyObject*, Py_ssize_t);
int PyTuple_SetItem(PyObject*, Py_ssize_t, PyObject*);

PyObject* PyCFunction_NewEx(PyMethodDef*, PyObject* self, PyObject* module);
PyObject* PyCapsule_New(void* pointer, const char* name, PyCapsule_Destructor);
void* PyCapsule_GetPointer(PyObject*, const char* name);
int PyCapsule_IsValid(PyObject*, const char* name);

}  // extern "C"

namespace eras {

inline PyObject* None() { return &_Py_NoneStruct; }

// Puts an exception aside that is pending, for Python cannot be called with one. The first to be thrown stays.
class Aside {
 public:
  Aside() { PyErr_Fetch(&type_, &value_, &traceback_); }
  ~Aside() {
    if (type_) PyErr_Restore(type_, value_, traceback_);
  }

 private:
  PyObject *type_, *value_, *traceback_;
};

// Calls a function of eras/node_0_1/addons_values.py. The result is null, and an exception is pending, when that
// failed.
inline PyObject* Ask(const char* name, PyObject* a = 0, PyObject* b = 0, PyObject* c = 0) {
  Aside pending;
  PyObject* module = PyImport_ImportModule("eras.node_0_1.addons_values");
  PyObject* function = module ? PyObject_GetAttrString(module, name) : 0;
  PyObject* result = function ? PyObject_CallFunctionObjArgs(function, a, b, c, static_cast<PyObject*>(0)) : 0;
  Py_DecRef(function);
  Py_DecRef(module);
  return result;
}

inline bool AskBoolean(const char* name, PyObject* a, PyObject* b = 0) {
  PyObject* answer = Ask(name, a, b);
  bool result = answer != 0 && PyObject_IsTrue(answer) == 1;
  Py_DecRef(answer);
  return result;
}

inline int64_t AskInteger(const char* name, PyObject* a) {
  PyObject* answer = Ask(name, a);
  int64_t result = answer ? PyLong_AsLongLong(answer) : 0;
  Py_DecRef(answer);
  return result;
}

}  // namespace eras

#endif
