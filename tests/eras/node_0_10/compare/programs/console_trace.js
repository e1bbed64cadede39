// Where the console was asked from.
function asked() { console.trace('here %s', 'now'); }
asked();
