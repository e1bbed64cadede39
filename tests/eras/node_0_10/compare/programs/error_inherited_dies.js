// An error whose stack is that of its prototype.
function Inherited(message) { this.message = message; }
Inherited.prototype = new Error();
Inherited.prototype.name = 'Inherited';
throw new Inherited('by hand');
