// Whom a certificate speaks for, by checkServerIdentity.
var tls = require('tls');

[
  ['a.com', {subject: {CN: 'a.com'}}],
  ['a.com', {subject: {CN: 'A.COM'}}],
  ['A.com', {subject: {CN: 'a.com'}}],
  ['a.com', {subject: {CN: 'b.com'}}],
  ['a.com', {subject: {CN: '*.com'}}],
  ['a.b.com', {subject: {CN: '*.b.com'}}],
  ['a.c.b.com', {subject: {CN: '*.b.com'}}],
  ['b.com', {subject: {CN: '*.b.com'}}],
  ['a.b.com', {subject: {CN: 'a.*.com'}}],
  ['afoo.b.com', {subject: {CN: '*foo.b.com'}}],
  ['fooa.b.com', {subject: {CN: 'foo*.b.com'}}],
  ['foo.b.com', {subject: {CN: 'foo*.b.com'}}],
  ['fab.b.com', {subject: {CN: 'f*b.b.com'}}],
  ['a.com.', {subject: {CN: 'a.com'}}],
  ['a.com', {subject: {CN: 'a.com.'}}],
  ['a.com', {subject: {CN: ['b.com', 'a.com']}}],
  ['a.com', {subject: {CN: []}}],
  ['a.com', {subjectaltname: 'DNS:a.com', subject: {CN: 'b.com'}}],
  ['b.com', {subjectaltname: 'DNS:a.com', subject: {CN: 'b.com'}}],
  ['x.a.com', {subjectaltname: 'DNS:*.a.com', subject: {}}],
  ['c.com', {subjectaltname: 'DNS:a.com, DNS:c.com', subject: {CN: 'b.com'}}],
  ['a.com', {subjectaltname: 'URI:http://a.com/', subject: {CN: 'b.com'}}],
  ['b.com', {subjectaltname: 'URI:http://a.com/', subject: {CN: 'b.com'}}],
  ['a.b.com', {subjectaltname: 'URI:http://*.b.com/', subject: {CN: 'a.com'}}],
  ['localhost', {subjectaltname: 'IP Address:127.0.0.1', subject: {CN: 'localhost'}}],
  ['127.0.0.1', {subjectaltname: 'IP Address:127.0.0.1', subject: {CN: 'localhost'}}],
  ['127.0.0.2', {subjectaltname: 'IP Address:127.0.0.1', subject: {CN: 'localhost'}}],
  ['127.0.0.1', {subjectaltname: 'DNS:127.0.0.1', subject: {CN: 'localhost'}}],
  ['127.0.0.1', {subject: {CN: '127.0.0.1'}}],
  ['b.com', {subjectaltname: 'email:a@b.com', subject: {CN: 'b.com'}}],
  ['a.com', {subjectaltname: 'DNS:b.com', subject: {}}],
  ['localhost', {subject: {CN: 'localhost'}}],
  ['localhost', {subject: {CN: '*'}}],
  ['xn--a.b.com', {subject: {CN: '*.b.com'}}]
].forEach(function (test) {
  var result;
  try { result = tls.checkServerIdentity(test[0], test[1]); } catch (error) { result = String(error); }
  console.log(test[0], JSON.stringify(test[1]), result);
});
