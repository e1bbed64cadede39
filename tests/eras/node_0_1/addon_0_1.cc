// An addon that does what addons do, for the tests.
#include <node.h>

using namespace v8;

static Persistent<Function> kept;
static Persistent<FunctionTemplate> never_disposed;

static Handle<Value> Add(const Arguments& args) {
  HandleScope scope;
  if (args.Length() < 2 || !args[0]->IsNumber()) {
    return ThrowException(Exception::TypeError(String::New("two numbers, please")));
  }
  return scope.Close(Number::New(args[0]->NumberValue() + args[1]->NumberValue()));
}

static Handle<Value> Echo(const Arguments& args) { return args[0]; }

static Handle<Value> Same(const Arguments& args) { return Boolean::New(args[0]->StrictEquals(args[1])); }

static Handle<Value> Nothing(const Arguments& args) { return Undefined(); }

static Handle<Value> Empty(const Arguments& args) { return Handle<Value>(); }

static Handle<Value> Copy(const Arguments& args) {
  String::Utf8Value text(args[0]);
  return String::New(*text, text.length());
}

static Handle<Value> Kind(const Arguments& args) {
  HandleScope scope;
  Local<Value> value = args[0];
  const char* kind = value->IsUndefined() ? "undefined"
                     : value->IsTrue()    ? "true"
                     : value->IsFalse()   ? "false"
                     : value->IsInt32()   ? "int32"
                     : value->IsNumber()  ? "number"
                     : value->IsString()  ? "string"
                     : value->IsArray()   ? "array"
                     : value->IsFunction() ? "function"
                     : value->IsObject()  ? "object"
                                          : "unknown";
  return scope.Close(String::New(kind));
}

static Handle<Value> Throw(const Arguments& args) { return ThrowException(args[0]); }

static Handle<Value> ThrowRange(const Arguments& args) {
  return ThrowException(Exception::RangeError(args[0]->ToString()));
}

// [what the function returned, what it threw]
static Handle<Value> Try(const Arguments& args) {
  HandleScope scope;
  Local<Function> function = Local<Function>::Cast(args[0]);
  Local<Value> argv[] = {Integer::New(40), String::New("x")};
  TryCatch attempt;
  Local<Value> result = function->Call(Context::GetCurrent()->Global(), 2, argv);
  Local<Array> outcome = Array::New();
  Local<Value> thrown;
  if (attempt.HasCaught()) thrown = attempt.Exception();
  attempt.Reset();
  outcome->Set(0u, result);
  outcome->Set(1u, thrown);
  return scope.Close(outcome);
}

static Handle<Value> ThrowAgain(const Arguments& args) {
  TryCatch attempt;
  Local<Function>::Cast(args[0])->Call(Context::GetCurrent()->Global(), 0, 0);
  return attempt.ReThrow();
}

static Handle<Value> CallOn(const Arguments& args) {
  return Local<Function>::Cast(args[0])->Call(args[1]->ToObject(), 0, 0);
}

static Handle<Value> Make(const Arguments& args) {
  HandleScope scope;
  Local<Array> list = Array::New(2);
  list->Set(Integer::New(0), Integer::New(1));
  list->Set(1u, String::New("two\0three", 9));
  Local<Object> made = Object::New();
  made->Set(String::New("list"), list);
  made->Set(String::NewSymbol("nothing"), Null());
  made->Set(String::NewSymbol("yes"), True());
  made->Set(String::NewSymbol("half"), Number::New(0.5));
  made->Set(String::NewSymbol("gone"), False());
  made->Delete(String::New("gone"));
  return scope.Close(made);
}

// [names, the value of `name`, whether there is such a name, the item 1, the length]
static Handle<Value> Look(const Arguments& args) {
  HandleScope scope;
  Local<Object> object = args[0]->ToObject();
  Local<Array> seen = Array::New();
  seen->Set(0u, object->GetPropertyNames());
  seen->Set(1u, object->Get(String::New("name")));
  seen->Set(2u, Boolean::New(object->Has(String::New("name"))));
  seen->Set(3u, args[1]->ToObject()->Get(1u));
  seen->Set(4u, Integer::NewFromUnsigned(Local<Array>::Cast(args[1])->Length()));
  object->Set(String::New("changed"), True());
  return scope.Close(seen);
}

// [length, bytes of UTF-8, as much of it as fits in five, the same through 16 bit units, its lower eight bits]
static Handle<Value> Text(const Arguments& args) {
  HandleScope scope;
  Local<String> text = args[0]->ToString();
  char buffer[5];
  int written = text->WriteUtf8(buffer, 5);
  String::Value units(text);
  String::AsciiValue ascii(text);
  Local<Array> seen = Array::New();
  seen->Set(0u, Integer::New(text->Length()));
  seen->Set(1u, Integer::New(text->Utf8Length()));
  seen->Set(2u, String::New(buffer, written));
  seen->Set(3u, String::New(*units, units.length()));
  seen->Set(4u, Integer::New(static_cast<unsigned char>((*ascii)[0])));
  seen->Set(5u, String::Concat(text, String::New("!")));
  return scope.Close(seen);
}

// [integer, int32, uint32, number, boolean]
static Handle<Value> Numbers(const Arguments& args) {
  HandleScope scope;
  Local<Value> value = args[0];
  Local<Array> seen = Array::New();
  seen->Set(0u, Number::New(static_cast<double>(value->IntegerValue())));
  seen->Set(1u, Integer::New(value->Int32Value()));
  seen->Set(2u, Integer::NewFromUnsigned(value->Uint32Value()));
  seen->Set(3u, value->ToNumber());
  seen->Set(4u, value->ToBoolean());
  return scope.Close(seen);
}

static Handle<Value> Keep(const Arguments& args) {
  if (!kept.IsEmpty()) kept.Dispose();
  kept = Persistent<Function>::New(Handle<Function>::Cast(args[0]));
  return Undefined();
}

static Handle<Value> Kept(const Arguments& args) {
  return kept->Call(Context::GetCurrent()->Global(), 0, 0);
}

static Handle<Value> Release(const Arguments& args) {
  kept.Dispose();
  kept.Clear();
  return Undefined();
}

static Handle<Value> Data(const Arguments& args) { return args.Data(); }

static Handle<Value> Pointer(const Arguments& args) {
  return Boolean::New(External::Cast(*args.Data())->Value() == &kept);
}

extern "C" void init(Handle<Object> target) {
  HandleScope scope;
  never_disposed = Persistent<FunctionTemplate>::New(FunctionTemplate::New(Nothing));
  NODE_SET_METHOD(target, "add", Add);
  NODE_SET_METHOD(target, "echo", Echo);
  NODE_SET_METHOD(target, "same", Same);
  NODE_SET_METHOD(target, "nothing", Nothing);
  NODE_SET_METHOD(target, "empty", Empty);
  NODE_SET_METHOD(target, "copy", Copy);
  NODE_SET_METHOD(target, "kind", Kind);
  NODE_SET_METHOD(target, "fail", Throw);
  NODE_SET_METHOD(target, "failRange", ThrowRange);
  NODE_SET_METHOD(target, "attempt", Try);
  NODE_SET_METHOD(target, "failAgain", ThrowAgain);
  NODE_SET_METHOD(target, "callOn", CallOn);
  NODE_SET_METHOD(target, "make", Make);
  NODE_SET_METHOD(target, "look", Look);
  NODE_SET_METHOD(target, "text", Text);
  NODE_SET_METHOD(target, "numbers", Numbers);
  NODE_SET_METHOD(target, "keep", Keep);
  NODE_SET_METHOD(target, "kept", Kept);
  NODE_SET_METHOD(target, "release", Release);
  target->Set(String::New("data"), FunctionTemplate::New(Data, String::New("given"))->GetFunction());
  target->Set(String::New("pointer"), FunctionTemplate::New(Pointer, External::New(&kept))->GetFunction());
  target->Set(String::New("answer"), Integer::New(42));
}
