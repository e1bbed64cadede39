// Values. A pointer to one of these classes is the address of a Python object, so none has fields of its own.
#ifndef ERAS_VALUES_H_
#define ERAS_VALUES_H_

#include <string.h>

#include <string>
#include <vector>

#include <eras/handles.h>

namespace v8 {

class Array;
class Boolean;
class Int32;
class Integer;
class Number;
class Object;
class String;
class Uint32;

class Value {
 public:
  bool IsUndefined() const { return Self() == eras::None(); }
  bool IsNull() const { return Self() == eras::None(); }
  bool IsTrue() const { return IsBoolean() && BooleanValue(); }
  bool IsFalse() const { return IsBoolean() && !BooleanValue(); }
  bool IsBoolean() const { return eras::AskBoolean("is_boolean", Self()); }
  bool IsNumber() const { return eras::AskBoolean("is_number", Self()); }
  bool IsInt32() const { return eras::AskBoolean("is_int32", Self()); }
  bool IsString() const { return eras::AskBoolean("is_string", Self()); }
  bool IsArray() const { return eras::AskBoolean("is_array", Self()); }
  bool IsFunction() const { return eras::AskBoolean("is_function", Self()); }
  bool IsObject() const { return eras::AskBoolean("is_object", Self()); }
  bool IsExternal() const { return PyCapsule_IsValid(Self(), "v8::External") == 1; }

  Local<Boolean> ToBoolean() const;
  Local<Number> ToNumber() const;
  Local<String> ToString() const;
  Local<String> ToDetailString() const;
  Local<Object> ToObject() const;
  Local<Integer> ToInteger() const;
  Local<Uint32> ToUint32() const;
  Local<Int32> ToInt32() const;

  bool BooleanValue() const { return eras::AskBoolean("to_boolean", Self()); }
  double NumberValue() const {
    Local<Value> number = Local<Value>::Own(eras::Ask("to_number", Self()));
    return number.IsEmpty() ? 0 : PyFloat_AsDouble(number.Raw());
  }
  int64_t IntegerValue() const { return eras::AskInteger("to_integer", Self()); }
  uint32_t Uint32Value() const { return static_cast<uint32_t>(eras::AskInteger("to_uint32", Self())); }
  int32_t Int32Value() const { return static_cast<int32_t>(Uint32Value()); }

  bool Equals(Handle<Value> that) const { return StrictEquals(that); }
  bool StrictEquals(Handle<Value> that) const { return eras::AskBoolean("equals", Self(), that.Get()); }

 protected:
  PyObject* Self() const { return reinterpret_cast<PyObject*>(const_cast<Value*>(this)); }

  template <class T>
  Local<T> Itself() const {
    Py_IncRef(Self());
    return Local<T>::Own(Self());
  }
};

class Primitive : public Value {};

inline Handle<Primitive> Undefined() {
  Py_IncRef(eras::None());
  return Local<Primitive>::Own(eras::None());
}

class Boolean : public Primitive {
 public:
  static Local<Boolean> New(bool value) { return Local<Boolean>::Own(PyBool_FromLong(value)); }
  bool Value() const { return BooleanValue(); }
};

inline Handle<Boolean> True() { return Boolean::New(true); }
inline Handle<Boolean> False() { return Boolean::New(false); }

class Number : public Primitive {
 public:
  static Local<Number> New(double value) {
    Local<Number> number = Local<Number>::Own(PyFloat_FromDouble(value));
    return Local<Number>::Own(eras::Ask("from_number", number.Raw()));
  }
  double Value() const { return NumberValue(); }
};

class Integer : public Number {
 public:
  static Local<Integer> New(int32_t value) { return Local<Integer>::Own(PyLong_FromLongLong(value)); }
  static Local<Integer> NewFromUnsigned(uint32_t value) {
    return Local<Integer>::Own(PyLong_FromLongLong(value));
  }
  int64_t Value() const { return IntegerValue(); }
};

class Int32 : public Integer {
 public:
  int32_t Value() const { return Int32Value(); }
};

class Uint32 : public Integer {
 public:
  uint32_t Value() const { return Uint32Value(); }
};

class String : public Primitive {
 public:
  static Local<String> New(const char* data, int length = -1) {
    size_t size = length < 0 ? strlen(data) : static_cast<size_t>(length);
    return Local<String>::Own(PyUnicode_DecodeUTF8(data, static_cast<Py_ssize_t>(size), "replace"));
  }
  static Local<String> New(const uint16_t* data, int length = -1) {
    if (length < 0) {
      for (length = 0; data[length];) length++;
    }
    const uint16_t one = 1;
    int byte_order = *reinterpret_cast<const char*>(&one) ? -1 : 1;
    const char* bytes = reinterpret_cast<const char*>(data);
    return Local<String>::Own(PyUnicode_DecodeUTF16(bytes, length * 2, "surrogatepass", &byte_order));
  }
  static Local<String> NewSymbol(const char* data, int length = -1) { return New(data, length); }
  static Local<String> Empty() { return New(""); }
  static Local<String> Concat(Handle<String> left, Handle<String> right) {
    std::string both = left->Encoded("utf-8") + right->Encoded("utf-8");
    return Local<String>::Own(
        PyUnicode_DecodeUTF8(both.data(), static_cast<Py_ssize_t>(both.size()), "surrogatepass"));
  }

  // In units of 16 bits, as JavaScript counts.
  int Length() const { return static_cast<int>(Units().size()); }
  int Utf8Length() const { return static_cast<int>(Encoded("utf-8").size()); }

  // As much of it as there is room for, and a NUL if there is room for that, too.
  int WriteUtf8(char* buffer, int length = -1) const {
    std::string text = Encoded("utf-8");
    size_t room = length < 0 ? text.size() + 1 : static_cast<size_t>(length);
    size_t size = text.size() < room ? text.size() : room;
    if (size < text.size()) {
      while (size > 0 && (text[size] & 0xC0) == 0x80) size--;
    }
    memcpy(buffer, text.data(), size);
    if (size < room) buffer[size++] = '\0';
    return static_cast<int>(size);
  }
  int WriteAscii(char* buffer, int start = 0, int length = -1) const {
    std::vector<uint16_t> units = Units();
    int written = 0;
    for (size_t at = static_cast<size_t>(start); at < units.size() && written != length; at++) {
      buffer[written++] = static_cast<char>(units[at]);
    }
    if (length < 0 || written < length) buffer[written] = '\0';
    return written;
  }

  class Utf8Value {
   public:
    explicit Utf8Value(Handle<v8::Value> value) : text_(value->ToString()->Encoded("utf-8")) {}
    char* operator*() { return &text_[0]; }
    const char* operator*() const { return text_.c_str(); }
    int length() const { return static_cast<int>(text_.size()); }

   private:
    std::string text_;
  };

  // The lower eight bits of each unit.
  class AsciiValue {
   public:
    explicit AsciiValue(Handle<v8::Value> value) {
      std::vector<uint16_t> units = value->ToString()->Units();
      for (size_t at = 0; at < units.size(); at++) text_.push_back(static_cast<char>(units[at]));
    }
    char* operator*() { return &text_[0]; }
    const char* operator*() const { return text_.c_str(); }
    int length() const { return static_cast<int>(text_.size()); }

   private:
    std::string text_;
  };

  class Value {
   public:
    explicit Value(Handle<v8::Value> value) : units_(value->ToString()->Units()) { units_.push_back(0); }
    uint16_t* operator*() { return &units_[0]; }
    const uint16_t* operator*() const { return &units_[0]; }
    int length() const { return static_cast<int>(units_.size()) - 1; }

   private:
    std::vector<uint16_t> units_;
  };

 private:
  std::string Encoded(const char* encoding) const {
    if (Self() == eras::None()) return "";
    Local<v8::Value> bytes =
        Local<v8::Value>::Own(PyUnicode_AsEncodedString(Self(), encoding, "surrogatepass"));
    char* data = 0;
    Py_ssize_t size = 0;
    if (bytes.IsEmpty() || PyBytes_AsStringAndSize(bytes.Raw(), &data, &size) < 0) return "";
    return std::string(data, static_cast<size_t>(size));
  }

  std::vector<uint16_t> Units() const {
    std::string bytes = Encoded("utf-16-le");
    std::vector<uint16_t> units(bytes.size() / 2);
    for (size_t at = 0; at < units.size(); at++) {
      units[at] = static_cast<uint16_t>(static_cast<unsigned char>(bytes[2 * at]) |
                                        static_cast<unsigned char>(bytes[2 * at + 1]) << 8);
    }
    return units;
  }
};

enum PropertyAttribute { None = 0, ReadOnly = 1 << 0, DontEnum = 1 << 1, DontDelete = 1 << 2 };

class Object : public Value {
 public:
  static Local<Object> New() { return Local<Object>::Own(PyDict_New()); }

  bool Set(Handle<Value> key, Handle<Value> value, PropertyAttribute = v8::None) {
    return Done(eras::Ask("put", Self(), key.Get(), value.Get()));
  }
  bool Set(uint32_t index, Handle<Value> value) { return Set(Integer::NewFromUnsigned(index), value); }
  Local<Value> Get(Handle<Value> key) { return Local<Value>::Own(eras::Ask("get", Self(), key.Get())); }
  Local<Value> Get(uint32_t index) { return Get(Integer::NewFromUnsigned(index)); }
  bool Has(Handle<Value> key) { return eras::AskBoolean("has", Self(), key.Get()); }
  bool Delete(Handle<Value> key) { return Done(eras::Ask("remove", Self(), key.Get())); }
  Local<Array> GetPropertyNames();

  static Object* Cast(Value* value) { return static_cast<Object*>(value); }

 private:
  static bool Done(PyObject* answer) {
    Py_DecRef(answer);
    return answer != 0;
  }
};

class Array : public Object {
 public:
  static Local<Array> New(int length = 0) {
    return Local<Array>::Own(eras::Ask("make_array", Integer::New(length).Get()));
  }
  uint32_t Length() const { return static_cast<uint32_t>(eras::AskInteger("length", Self())); }
  static Array* Cast(Value* value) { return static_cast<Array*>(value); }
};

// A pointer of the addon's own, on its way through JavaScript.
class External : public Value {
 public:
  static Local<External> New(void* pointer) {
    return Local<External>::Own(PyCapsule_New(pointer, "v8::External", 0));
  }
  void* Value() const { return IsExternal() ? PyCapsule_GetPointer(Self(), "v8::External") : 0; }
  static External* Cast(v8::Value* value) { return static_cast<External*>(value); }
};

inline Handle<Primitive> Null() { return Undefined(); }

inline Local<Boolean> Value::ToBoolean() const { return Boolean::New(BooleanValue()); }
inline Local<Number> Value::ToNumber() const { return Number::New(NumberValue()); }
inline Local<String> Value::ToString() const { return Local<String>::Own(eras::Ask("to_text", Self())); }
inline Local<String> Value::ToDetailString() const { return ToString(); }
inline Local<Object> Value::ToObject() const { return Itself<Object>(); }
inline Local<Integer> Value::ToInteger() const {
  return Local<Integer>::Own(PyLong_FromLongLong(IntegerValue()));
}
inline Local<Uint32> Value::ToUint32() const {
  return Local<Uint32>::Own(PyLong_FromLongLong(Uint32Value()));
}
inline Local<Int32> Value::ToInt32() const { return Local<Int32>::Own(PyLong_FromLongLong(Int32Value())); }
inline Local<Array> Object::GetPropertyNames() { return Local<Array>::Own(eras::Ask("names", Self())); }

}  // namespace v8

#endif
