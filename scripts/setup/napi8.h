// Force-included into better-sqlite3's sources to build them for Node-API 8 (Electron 25). They need 10 only for
// references to strings (https://nodejs.org/api/n-api.html#references-to-values-with-a-lifespan-longer-than-that-of-the-native-method),
// so here such a reference keeps its string as the one property of an object.
#pragma once
#undef NAPI_VERSION
#define NAPI_VERSION 8
#include <napi.h>

namespace Napi {

template <>
class Reference<String> {
 public:
  Reference() = default;
  Reference(Reference&&) = default;
  Reference& operator=(Reference&&) = default;

  static Reference New(const String& text, uint32_t initial_refcount = 0) {
    Object holder = Object::New(text.Env());
    holder.Set("text", text);
    Reference reference;
    reference.holder_ = ObjectReference::New(holder, initial_refcount);
    return reference;
  }

  String Value() const { return holder_.Value().Get("text").As<String>(); }

 private:
  ObjectReference holder_;
};

}  // namespace Napi
