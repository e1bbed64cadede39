// Realms beside the program's own: each with built-ins of its time, and with errors that tell their place.
(function (core) {
  const global = globalThis;

  // What Python is to know by the prototypes of another realm: see values.js.
  core.foreign = new WeakMap();

  let scripts; // that leave a realm the language of those years

  // A new realm: {global, evaluate(name, source)}.
  core.makeRealm = function (host) {
    host.leaveRealm("__realm");
    const realm = global.__realm;
    delete global.__realm;
    const evaluate = realm.eval;
    const language = { __proto__: core };
    core.dressErrors(realm.Error);
    core.foreign.set(realm.Object.prototype, "plain");
    core.foreign.set(realm.Date.prototype, "date");
    for (const kind of ["TypeError", "RangeError", "SyntaxError", "ReferenceError", "URIError"]) {
      core.nativeErrors.add(realm[kind].prototype);
    }
    if (!scripts) scripts = host.languageSources().map((source) => core.evaluatorOfOwn("jshost/language.js", source));
    for (const script of scripts) script(realm)(language);
    core.guardErrors(realm.Error);
    language.limitLanguage(false, [], (time) => host.zoneName(time));
    return {
      global: realm,
      evaluate(name, source) {
        language.beforeCompiling(source);
        return evaluate(core.placeEvaluated(name, source));
      },
    };
  };
});
