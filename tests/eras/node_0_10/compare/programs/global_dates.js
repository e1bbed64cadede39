// Dates as text.
var date = new Date(Date.UTC(2013, 6, 25, 21, 4, 5, 678));
console.log(String(date));
console.log(date.toDateString(), '|', date.toTimeString(), '|', date.toUTCString(), '|', date.toISOString());
console.log(date.toLocaleString(), '|', date.toLocaleDateString(), '|', date.toLocaleTimeString());
console.log(JSON.stringify({ d: date }), date.getTimezoneOffset(), date.getYear(), +date);
console.log(new Date('2013-07-25'), new Date('Thu, 25 Jul 2013 21:04:05 GMT'), new Date('2013/07/25 10:00'));
console.log(new Date('nonsense'), String(new Date(NaN)), new Date(2013, 0).toString(), new Date(0));
console.log(Date.parse('2013-07-25T21:04:05.678Z'), Date.UTC(2013, 1), typeof Date.now(), typeof Date());
console.log(Object.prototype.toString.call(date), date - new Date(0), date + 1);
