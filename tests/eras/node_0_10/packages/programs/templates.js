// mustache, handlebars, jade and ejs, and how they report mistakes.
var fs = require("fs");
var m = require("mustache");
console.log(
  m.render("Hi {{name}}{{#items}} <{{.}}>{{/items}}{{^no}} none{{/no}} {{{raw}}} {{&raw}} {{esc}}", {
    name: "Bob",
    items: [1, 2],
    raw: "<b>",
    esc: "<&\"'/>"
  })
);
var h = require("handlebars");
h.registerHelper("up", function (s) {
  return s.toUpperCase();
});
h.registerPartial("p", "[{{x}}]");
console.log(
  h.compile(
    '{{#each list}}{{@index}}:{{this}} {{/each}}{{#if a}}A{{else}}B{{/if}} {{up "abc"}} {{#with o}}{{x}} {{> p}}{{/with}}{{!c}} {{esc}}'
  )({ list: ["a", "b"], o: { x: 1 }, esc: "<x>" })
);
console.log(h.precompile("{{x}}").length > 10);
try {
  h.compile("{{#if}}")({});
} catch (e) {
  console.log(e.message);
}
var j = require("jade");
console.log(
  j.compile(
    'doctype html\nhtml\n  head\n    title= t\n    script.\n      var a=1;\n  body#main.c(data-x=1)\n    each v,i in list\n      li(class=i%2?"odd":"even")= v\n    mixin m(a)\n      b #{a}!\n    +m("hey")\n    if t\n      | text <b>raw</b> !{"<i>"}\n    p: a(href="/x") link\n    case t\n      when "T": p yes\n      default: p no',
    { pretty: true }
  )({ t: "T", list: ["x", "<y>"] })
);
try {
  j.compile("p\n   a\n  b= foo.bar", { filename: "f.jade" })({});
} catch (e) {
  console.log(e.message);
}
try {
  j.compile("p= foo.bar", { filename: "f.jade" })({});
} catch (e) {
  console.log(e.message);
}
var e = require("ejs");
console.log(
  e.render(
    '<% for(var i=0;i<3;i++){ %><%= i %>,<% } %><%- "<b>" %><%= "<b>" %>\n<%# c %>'.replace("<%# c %>", ""),
    {}
  )
);
try {
  console.log(e.render("a\n<%= nope.x %>\n", { filename: "f.ejs" }));
} catch (x) {
  console.log(x.message);
}
console.log(
  e.render(
    '<%: users | first | upcase %> <%: users | map:"length" | join %>'.replace("first | upcase", "first"),
    { users: ["tj", "bob"] }
  )
);
